using IspPortal.Core.Common.Jobs;
using IspPortal.Infrastructure.Reporting.Reports;

namespace IspPortal.Infrastructure.Reporting.Jobs;

/// <summary>Asks for the reports that are due.</summary>
internal sealed class ScheduleReportsJob(ReportScheduler scheduler) : IPortalJob
{
    public static string Key => "schedule-reports";

    public async Task<JobReport> RunAsync(JobContext context, CancellationToken cancellationToken) =>
        await scheduler.LookAsync(cancellationToken) is > 0 and var asked ? JobReport.Done($"{asked} reports asked for") : JobReport.Nothing;
}
