using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Billing.Runs;

/// <summary>Whole runs that are only thought of: computed as a run computes its preview, kept nowhere. Needs <see cref="BillingPermissions.BillingRun"/>.</summary>
public interface IBillingWhatIf
{
    /// <summary>
    /// What a run on that day would bill, counting what is billed by now; <see cref="BillingErrors.DayTooFar"/>, <c>common.invalid</c> with fields. One at a time in a process: <see cref="BillingErrors.WhatIfBusy"/>.
    /// </summary>
    /// <param name="request">The day and what is assumed.</param>
    /// <param name="progress">Told how many accounts of how many are done; null: nobody asks.</param>
    /// <param name="cancellationToken">Cancels.</param>
    Task<Result<WhatIfResult>> ComputeAsync(WhatIfRequest request, IProgress<(int Done, int Of)>? progress, CancellationToken cancellationToken);
}
