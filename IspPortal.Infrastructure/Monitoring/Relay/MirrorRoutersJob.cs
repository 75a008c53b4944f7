using IspPortal.Core.Common.Jobs;

namespace IspPortal.Infrastructure.Monitoring.Relay;

/// <summary>Shows on this node what other nodes read of their routers.</summary>
internal sealed class MirrorRoutersJob(RouterRelay relay) : IPortalJob
{
    public static string Key => "mirror-routers";

    public async Task<JobReport> RunAsync(JobContext context, CancellationToken cancellationToken) =>
        await relay.ReceiveAsync(cancellationToken) is var views and > 0 ? JobReport.Done($"{views} routers") : JobReport.Nothing;
}
