using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Network.Access;

/// <summary>Reads what owned lines should be. Needs <see cref="NetworkPermissions.SessionsRead"/>.</summary>
public interface IOwnedAccesses
{
    /// <summary>One owned line; <see cref="NetworkErrors.AccessNotOwned"/> when it was only seen on a router, <see cref="NetworkErrors.AccessNotFound"/>.</summary>
    Task<Result<OwnedAccess>> GetAsync(Guid accessId, CancellationToken cancellationToken);
}
