namespace IspPortal.Core.Identity.Links;

/// <summary>A new one-time link. The token is shown this once: only its hash is stored.</summary>
/// <param name="UserId">Whose account it opens; null for a set-up link.</param>
/// <param name="Purpose">What it is for.</param>
/// <param name="Path">Where it opens, relative to the portal's root, without a leading slash; holds the token.</param>
/// <param name="ExpiresAtUtc">Until when it works.</param>
public sealed record IssuedLink(Guid? UserId, LinkPurpose Purpose, string Path, DateTime ExpiresAtUtc)
{
    /// <summary>Whether it is on its way to the account's e-mail, too.</summary>
    public bool IsMailed { get; init; }
}
