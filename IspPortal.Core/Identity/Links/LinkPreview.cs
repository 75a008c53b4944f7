namespace IspPortal.Core.Identity.Links;

/// <summary>What the page of a link shows before it is used.</summary>
/// <param name="Purpose">What it is for.</param>
/// <param name="Email">The account's e-mail; null for a set-up link.</param>
/// <param name="Name">The person's name; null for a set-up link.</param>
/// <param name="ExpiresAtUtc">Until when it works.</param>
public sealed record LinkPreview(LinkPurpose Purpose, string? Email, string? Name, DateTime ExpiresAtUtc);
