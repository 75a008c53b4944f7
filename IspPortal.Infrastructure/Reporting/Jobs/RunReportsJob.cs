using IspPortal.Core.Common.Jobs;
using IspPortal.Infrastructure.Reporting.Reports;

namespace IspPortal.Infrastructure.Reporting.Jobs;

/// <summary>Makes reports, one at a time.</summary>
internal sealed class RunReportsJob(ReportRunner runner) : IPortalJob
{
    public static string Key => "run-reports";

    public async Task<JobReport> RunAsync(JobContext context, CancellationToken cancellationToken) => await runner.RunAsync(cancellationToken) switch
    {
        null => JobReport.Nothing,
        { Error: { } error } failed => JobReport.Failed($"report {failed.ReportId}: {error.Code}"),
        { } made => JobReport.Done($"report {made.ReportId} made"),
    };
}
