using IspPortal.Core.Common.Jobs;
using IspPortal.Infrastructure.Alerts.Incidents;

namespace IspPortal.Infrastructure.Alerts.Escalation;

/// <summary>Tells whoever is due to be told.</summary>
internal sealed class EscalateAlertsJob(AlertTide tide, AlertEscalation escalation) : IPortalJob
{
    public static string Key => "escalate-alerts";

    public async Task<JobReport> RunAsync(JobContext context, CancellationToken cancellationToken)
    {
        var turned = await tide.TurnAsync(cancellationToken);
        var queued = await escalation.RunAsync(cancellationToken);
        return turned + queued == 0 ? JobReport.Nothing : JobReport.Done($"{turned} incidents turned, {queued} messages queued");
    }
}
