using IspPortal.Core.Common.Jobs;

namespace IspPortal.Infrastructure.Mapping.Outages;

/// <summary>Shows on this node what outages are open, also those that another node found or somebody noted there.</summary>
internal sealed class MirrorOutagesJob(OutageBoards boards) : IPortalJob
{
    public static string Key => "mirror-outages";

    public async Task<JobReport> RunAsync(JobContext context, CancellationToken cancellationToken) =>
        await boards.MirrorAsync(cancellationToken) is { } open ? JobReport.Done($"{open} outages are open") : JobReport.Nothing;
}
