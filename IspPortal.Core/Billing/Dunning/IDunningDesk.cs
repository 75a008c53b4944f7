using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Billing.Dunning;

/// <summary>Late accounts and what people do about them. Reading needs <see cref="DunningPermissions.DunningRead"/>, doing <see cref="DunningPermissions.DunningManage"/> and a reason.</summary>
public interface IDunningDesk
{
    /// <summary>Late accounts, those with the oldest debt first unless sorted; sorted by <c>overdue</c>, <c>oldestDueOn</c>. The search finds the beginning of the account's number or the customer's name.</summary>
    Task<Result<Page<DunningRow>>> ListAsync(DunningFilter filter, PageRequest page, CancellationToken cancellationToken);

    /// <summary>All late accounts together, by stage.</summary>
    Task<Result<IReadOnlyList<DunningStageTotal>>> TotalsAsync(CancellationToken cancellationToken);

    /// <summary>One account, computed now; <see cref="DunningErrors.AccountNotFound"/>. One that was never late is clear.</summary>
    Task<Result<DunningDetails>> GetAsync(Guid billingAccountId, CancellationToken cancellationToken);

    /// <summary>What happened to one account, the newest first.</summary>
    Task<Result<Page<DunningEntryRow>>> HistoryAsync(Guid billingAccountId, PageRequest page, CancellationToken cancellationToken);

    /// <summary>Promises and instalments of all accounts or of one, the newest first.</summary>
    Task<Result<Page<PromiseRow>>> PromisesAsync(Guid? billingAccountId, PromiseState? state, PageRequest page, CancellationToken cancellationToken);

    /// <summary>Fees for paying late that the next look charges.</summary>
    Task<Result<Page<LateFeeRow>>> LateFeesAsync(PageRequest page, CancellationToken cancellationToken);

    /// <summary>Notes a promise; asking again with the same id changes nothing. <see cref="DunningErrors.PromiseOpen"/>, <see cref="DunningErrors.TooManyPromises"/>, <see cref="DunningErrors.NothingOverdue"/> of an account that owes nothing.</summary>
    Task<Result> PromiseAsync(Guid promiseId, Guid billingAccountId, MakePromiseRequest request, CancellationToken cancellationToken);

    /// <summary>Takes the open promise back; <see cref="DunningErrors.NoPromise"/>.</summary>
    Task<Result> WithdrawPromiseAsync(Guid billingAccountId, string reason, CancellationToken cancellationToken);

    /// <summary>Excepts an account from isolir, for good or until a day.</summary>
    Task<Result> ExceptAsync(Guid billingAccountId, DateOnly? untilOn, string reason, CancellationToken cancellationToken);

    /// <summary>Ends the exception.</summary>
    Task<Result> EndExceptionAsync(Guid billingAccountId, string reason, CancellationToken cancellationToken);

    /// <summary>Lets the lines of an account come back though bills are overdue, with or without the fee; <see cref="DunningErrors.NotIsolated"/>.</summary>
    Task<Result> RestoreAsync(Guid billingAccountId, bool waiveFee, string reason, CancellationToken cancellationToken);

    /// <summary>Coming back from this isolir costs nothing; <see cref="DunningErrors.NotIsolated"/>.</summary>
    Task<Result> WaiveReconnectFeeAsync(Guid billingAccountId, string reason, CancellationToken cancellationToken);

    /// <summary>A fee that is to be charged on a bill is not; <see cref="DunningErrors.FeeGone"/> when it was already. One that was charged is taken back by a credit note.</summary>
    Task<Result> WaiveLateFeeAsync(Guid invoiceId, string reason, CancellationToken cancellationToken);
}
