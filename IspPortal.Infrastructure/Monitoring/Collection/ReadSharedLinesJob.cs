using IspPortal.Core.Common.Jobs;

namespace IspPortal.Infrastructure.Monitoring.Collection;

internal sealed class ReadSharedLinesJob(SharedLines lines) : IPortalJob
{
    public static string Key => "read-shared-lines";

    public async Task<JobReport> RunAsync(JobContext context, CancellationToken cancellationToken) =>
        await lines.RefreshAsync(cancellationToken) is var shared and > 0 ? JobReport.Done($"{shared} lines") : JobReport.Nothing;
}
