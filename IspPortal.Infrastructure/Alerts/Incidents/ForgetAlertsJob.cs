using IspPortal.Core.Common.Jobs;

namespace IspPortal.Infrastructure.Alerts.Incidents;

/// <summary>Takes old incidents away.</summary>
internal sealed class ForgetAlertsJob(AlertTide tide) : IPortalJob
{
    public static string Key => "forget-alerts";

    public async Task<JobReport> RunAsync(JobContext context, CancellationToken cancellationToken)
    {
        var gone = await tide.ForgetAsync(cancellationToken);
        return gone == 0 ? JobReport.Nothing : JobReport.Done($"{gone} old incidents taken away");
    }
}
