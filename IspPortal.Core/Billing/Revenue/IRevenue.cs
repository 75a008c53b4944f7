using IspPortal.Core.Billing.Ledger;
using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Billing.Revenue;

/// <summary>What was earned and billed. Needs <see cref="LedgerPermissions.LedgerRead"/>. A null period is the last twelve months; <see cref="RevenueErrors.BadPeriod"/>.</summary>
public interface IRevenue
{
    /// <summary>What each month earned by the ledger, the first month first; with what was billed ahead in the months in which it is earned.</summary>
    Task<Result<IReadOnlyList<RevenueMonth>>> GetMonthsAsync(RevenuePeriod? period, CancellationToken cancellationToken);

    /// <summary>What the invoices of these months billed, by plan or area, the largest first.</summary>
    Task<Result<Page<RevenueShare>>> SharesAsync(RevenueGroup by, RevenuePeriod? period, PageRequest page, CancellationToken cancellationToken);
}
