using IspPortal.Core.Common.Jobs;

namespace IspPortal.Infrastructure.Monitoring.Collection;

/// <summary>Renews this node's leases and brings its collectors in line with them.</summary>
internal sealed class AssignRoutersJob(CollectorFleet fleet) : IPortalJob
{
    public static string Key => "assign-routers";

    public async Task<JobReport> RunAsync(JobContext context, CancellationToken cancellationToken) =>
        JobReport.Done($"{await fleet.AssignAsync(cancellationToken)} routers");
}
