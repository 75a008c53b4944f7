namespace IspPortal.Core.Identity.ApiKeys;

/// <summary>Says who calls with a key. For the door of the API.</summary>
public interface IApiKeyCallers
{
    /// <summary>
    /// The actor of <paramref name="key"/>, or null when it is malformed, unknown, expired, revoked, called from an address that it does not allow, or
    /// its maker's account is off: callers learn no more than that. The actor may do what the key's scopes and the maker's present roles have
    /// in common. Revoking counts at once; what became of the maker counts at once on this node and within <see cref="SignIn.IAccountSessions.MaxAge"/>
    /// on others. Notes when and from where the key was used, at most once a minute, and what was refused (<see cref="IApiKeyRefusals"/>).
    /// </summary>
    /// <param name="key">As the caller sent it.</param>
    /// <param name="address">The caller's network address, or null when it is unknown.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<Actor?> FindAsync(string key, string? address, CancellationToken cancellationToken);
}
