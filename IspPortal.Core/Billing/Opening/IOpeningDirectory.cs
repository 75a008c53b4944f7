using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Billing.Opening;

/// <summary>Looks up imports of opening balances. Everything needs <see cref="Ledger.LedgerPermissions.LedgerRead"/>.</summary>
public interface IOpeningDirectory
{
    /// <summary>Imports, the newest first; search over file and author.</summary>
    Task<Result<Page<OpeningImportRow>>> ListAsync(PageRequest page, CancellationToken cancellationToken);

    /// <summary>One import with its totals, or <see cref="OpeningErrors.NotFound"/>.</summary>
    Task<Result<OpeningImportDetails>> GetAsync(Guid importId, CancellationToken cancellationToken);

    /// <summary>Its rows in the file's order; search over customers' codes, accounts, lines and old numbers.</summary>
    Task<Result<Page<OpeningItemRow>>> ItemsAsync(Guid importId, OpeningItemFilter filter, PageRequest page, CancellationToken cancellationToken);
}
