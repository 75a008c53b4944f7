using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Customers;

namespace IspPortal.Core.Billing.Ledger;

/// <summary>Reads the ledger. Everything needs <see cref="LedgerPermissions.LedgerRead"/>.</summary>
public interface ILedgerDirectory
{
    /// <summary>Entries by the day that they were posted to, those of one posting together. The search finds the beginning of a document's number. Sort: posted.</summary>
    Task<Result<Page<LedgerEntryRow>>> ListAsync(LedgerFilter filter, PageRequest page, CancellationToken cancellationToken);

    /// <summary>
    /// What a billing account owed, was billed and paid between two days, both included. <see cref="CustomersErrors.AccountNotFound"/>; <see cref="LedgerErrors.BadPeriod"/> when the period ends
    /// before it begins or is longer than <see cref="AccountStatement.MostDays"/>.
    /// </summary>
    Task<Result<AccountStatement>> GetStatementAsync(Guid billingAccountId, DateOnly from, DateOnly to, CancellationToken cancellationToken);

    /// <summary>Every account at the end of a day.</summary>
    Task<Result<TrialBalance>> GetTrialBalanceAsync(DateOnly on, CancellationToken cancellationToken);

    /// <summary>Today as the business counts days, with which the pages begin.</summary>
    Task<Result<DateOnly>> GetTodayAsync(CancellationToken cancellationToken);
}
