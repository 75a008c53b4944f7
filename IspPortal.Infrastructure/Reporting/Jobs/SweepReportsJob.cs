using IspPortal.Core.Common.Jobs;
using IspPortal.Infrastructure.Reporting.Reports;

namespace IspPortal.Infrastructure.Reporting.Jobs;

/// <summary>Takes away reports whose time is over.</summary>
internal sealed class SweepReportsJob(ReportSweeper sweeper) : IPortalJob
{
    public static string Key => "sweep-reports";

    public async Task<JobReport> RunAsync(JobContext context, CancellationToken cancellationToken)
    {
        var (expired, orphans) = await sweeper.SweepAsync(cancellationToken);
        return expired + orphans == 0 ? JobReport.Nothing : JobReport.Done($"files of {expired} reports and {orphans} files without a report removed");
    }
}
