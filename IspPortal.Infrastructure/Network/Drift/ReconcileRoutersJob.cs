using IspPortal.Core.Common.Jobs;

namespace IspPortal.Infrastructure.Network.Drift;

/// <summary>Looks every minute which routers are due.</summary>
internal sealed class ReconcileRoutersJob(RouterReconciler reconciler) : IPortalJob
{
    public static string Key => "reconcile-routers";

    public async Task<JobReport> RunAsync(JobContext context, CancellationToken cancellationToken) =>
        await reconciler.CompareDueAsync(context.ByHand, cancellationToken) switch
        {
            (0, 0) => JobReport.Nothing,
            (var compared, 0) => JobReport.Done($"{compared} routers compared"),
            var (compared, failed) => JobReport.Failed($"{compared} routers compared, {failed} could not be read"),
        };
}
