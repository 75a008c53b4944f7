using IspPortal.Core.Billing.Runs;
using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Billing.Leaks;

/// <summary>Where money is lost. Needs <see cref="BillingPermissions.BillingRead"/>.</summary>
public interface ILeaks
{
    /// <summary>What each kind comes to.</summary>
    Task<Result<IReadOnlyList<LeakTotal>>> TotalsAsync(CancellationToken cancellationToken);

    /// <summary>The findings of one kind, by line. The search finds the beginning of a line's number or name on the router.</summary>
    Task<Result<Page<LeakRow>>> ListAsync(LeakKind kind, PageRequest page, CancellationToken cancellationToken);
}
