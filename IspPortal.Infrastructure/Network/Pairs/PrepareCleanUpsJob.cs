using IspPortal.Core.Common.Jobs;

namespace IspPortal.Infrastructure.Network.Pairs;

internal sealed class PrepareCleanUpsJob(CleanUpDrafts drafts) : IPortalJob
{
    public static string Key => "prepare-clean-ups";

    public async Task<JobReport> RunAsync(JobContext context, CancellationToken cancellationToken) =>
        await drafts.PrepareAsync(cancellationToken) is var prepared and > 0 ? JobReport.Done($"{prepared} plans") : JobReport.Nothing;
}
