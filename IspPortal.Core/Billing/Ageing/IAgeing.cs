using IspPortal.Core.Billing.Ledger;
using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Billing.Ageing;

/// <summary>
/// What billing accounts owe and how late it is. Needs <see cref="LedgerPermissions.LedgerRead"/>. A day that has not come or lies before <see cref="AgeingRules.EarliestOn"/> is
/// <see cref="AgeingErrors.BadDay"/>.
/// </summary>
public interface IAgeing
{
    /// <summary>
    /// Accounts that owe something, those that owe most first unless sorted by <c>total</c>, <c>current</c>, <c>days30</c>, <c>days60</c>, <c>days90</c>, <c>older</c>, <c>oldest</c> or <c>account</c>.
    /// The search finds the beginning of the number or name of the account or the customer.
    /// </summary>
    Task<Result<Page<AgeingRow>>> ListAsync(AgeingFilter filter, PageRequest page, CancellationToken cancellationToken);

    /// <summary>What the same accounts owe, on all pages together.</summary>
    Task<Result<AgeingTotals>> TotalsAsync(AgeingFilter filter, PageRequest page, CancellationToken cancellationToken);
}
