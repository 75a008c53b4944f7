using IspPortal.Core.Common.Jobs;

namespace IspPortal.Infrastructure.Billing.Dunning;

/// <summary>Prepares isolir runs, isolates what was let run, undoes, and prepares the run of the day where the settings say so.</summary>
internal sealed class RunIsolirJob(IsolirRunner runner, IsolirSchedule schedule) : IPortalJob
{
    public static string Key => "run-isolir";

    public async Task<JobReport> RunAsync(JobContext context, CancellationToken cancellationToken)
    {
        await schedule.PrepareAsync(cancellationToken);
        return await runner.RunAsync(cancellationToken) ? JobReport.Done("worked on an isolir run") : JobReport.Nothing;
    }
}
