using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Identity.ApiKeys;

/// <summary>Reads keys. Needs <see cref="IdentityPermissions.ApiKeysRead"/>.</summary>
public interface IApiKeyDirectory
{
    /// <summary>Lists keys; search over name and prefix; sorts: name, prefix, maker, state, created, lastUsed, expires. The list's own order is the newest first.</summary>
    Task<Result<Page<ApiKeyRow>>> ListAsync(ApiKeyFilter filter, PageRequest page, CancellationToken cancellationToken);

    /// <summary>One key, or <see cref="IdentityErrors.ApiKeyNotFound"/>.</summary>
    Task<Result<ApiKeyDetails>> GetAsync(Guid keyId, CancellationToken cancellationToken);
}
