using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Billing.Ledger;

/// <summary>
/// Closes business days. A closed day takes no more postings: what comes late is posted to the first open day and keeps the time at which it happened. Closing a day closes every day before it;
/// nothing opens one again. Reading needs <see cref="LedgerPermissions.LedgerRead"/>, closing <see cref="LedgerPermissions.LedgerClose"/>.
/// </summary>
public interface IDayClosing
{
    /// <summary>Closings, the latest day first.</summary>
    Task<Result<Page<DayClosingRow>>> ListAsync(PageRequest page, CancellationToken cancellationToken);

    /// <summary>What a closing of that day would hold now. <see cref="LedgerErrors.DayClosed"/>, <see cref="LedgerErrors.DayNotCome"/>.</summary>
    Task<Result<DayTotals>> PreviewAsync(DateOnly on, CancellationToken cancellationToken);

    /// <summary>The first day that is not closed and has postings, else today; where the page begins.</summary>
    Task<Result<DateOnly>> GetOpenDayAsync(CancellationToken cancellationToken);

    /// <summary>Closes a day for good. <see cref="LedgerErrors.DayClosed"/>, <see cref="LedgerErrors.DayNotCome"/>, <see cref="LedgerErrors.TotalsChanged"/>.</summary>
    Task<Result<DayClosingRow>> CloseAsync(CloseDayRequest request, CancellationToken cancellationToken);
}
