using IspPortal.Core.Common.Jobs;

namespace IspPortal.Infrastructure.Monitoring.Analytics;

/// <summary>Asks routers every hour how fast their links are.</summary>
internal sealed class ReadInterfaceSpeedsJob(InterfaceSpeeds speeds) : IPortalJob
{
    public static string Key => "read-interface-speeds";

    public async Task<JobReport> RunAsync(JobContext context, CancellationToken cancellationToken) =>
        await speeds.ReadAsync(cancellationToken) switch
        {
            (0, 0) => JobReport.Nothing,
            var (answered, silent) => JobReport.Done($"{answered} routers said how fast their links are, {silent} did not"),
        };
}
