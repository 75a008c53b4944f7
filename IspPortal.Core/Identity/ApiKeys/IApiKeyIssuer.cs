using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Identity.ApiKeys;

/// <summary>Makes and ends keys. Needs <see cref="IdentityPermissions.ApiKeysWrite"/>; both are audited.</summary>
public interface IApiKeyIssuer
{
    /// <summary>
    /// A new key in the name of the signed-in person; <see cref="IdentityErrors.PersonRequired"/> for a key or the portal itself, so that no key
    /// outlives its revocation in another one. A scope that the maker does not hold is a failure of the field <c>scopes</c>.
    /// </summary>
    Task<Result<IssuedApiKey>> CreateAsync(CreateApiKeyRequest request, CancellationToken cancellationToken);

    /// <summary>Ends a key at once and for good. <see cref="IdentityErrors.ApiKeyRevoked"/> when it has ended before.</summary>
    Task<Result> RevokeAsync(Guid keyId, string reason, CancellationToken cancellationToken);
}
