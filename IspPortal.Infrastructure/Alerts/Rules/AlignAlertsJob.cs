using IspPortal.Core.Common.Jobs;
using IspPortal.Infrastructure.Alerts.Incidents;

namespace IspPortal.Infrastructure.Alerts.Rules;

/// <summary>Lets every node know what others changed: rules, and incidents that were ended by hand.</summary>
internal sealed class AlignAlertsJob(RuleEngine engine, AlertBoard board) : IPortalJob
{
    public static string Key => "align-alerts";

    public async Task<JobReport> RunAsync(JobContext context, CancellationToken cancellationToken)
    {
        var routers = await engine.AlignAsync(cancellationToken);
        await board.FollowAsync(cancellationToken);
        return routers == 0 ? JobReport.Nothing : JobReport.Done($"rules over {routers} sources");
    }
}
