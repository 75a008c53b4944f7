using IspPortal.Core.Billing.Dunning;
using IspPortal.Core.Billing.Runs;
using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Billing.Print;

/// <summary>Says before a run is approved how many messages it will send, by which way, and when the last of them will be out.</summary>
public interface IRunMessages
{
    /// <summary>
    /// What a billing run that waits will send, the way with the most first; empty while it sends nothing: by its settings, because it or the portal only observes, or because it waits no more.
    /// Needs <see cref="BillingPermissions.BillingRead"/>; <see cref="BillingErrors.RunNotFound"/>.
    /// </summary>
    Task<Result<IReadOnlyList<RunMessageShare>>> OfBillingRunAsync(Guid runId, CancellationToken cancellationToken);

    /// <summary>The same of an isolir run. Needs <see cref="DunningPermissions.DunningRead"/>; <see cref="DunningErrors.RunNotFound"/>.</summary>
    Task<Result<IReadOnlyList<RunMessageShare>>> OfIsolirRunAsync(Guid runId, CancellationToken cancellationToken);
}
