using IspPortal.Core.Common.Jobs;

namespace IspPortal.Infrastructure.Mapping.Outages;

/// <summary>Looks every five seconds whether lines were lost together.</summary>
internal sealed class WatchOutagesJob(OutageWatch watch) : IPortalJob
{
    public static string Key => "watch-outages";

    public async Task<JobReport> RunAsync(JobContext context, CancellationToken cancellationToken) =>
        await watch.LookAsync(cancellationToken) switch
        {
            (0, 0) => JobReport.Nothing,
            var (began, open) => JobReport.Done($"{began} outages began, {open} are open"),
        };
}
