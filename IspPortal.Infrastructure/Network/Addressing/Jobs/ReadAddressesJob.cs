using IspPortal.Core.Common.Jobs;

namespace IspPortal.Infrastructure.Network.Addressing.Jobs;

/// <summary>Looks every minute whose addresses are due to be read, and for conflicts.</summary>
internal sealed class ReadAddressesJob(AddressHarvest harvest) : IPortalJob
{
    public static string Key => AddressHarvest.JobKey;

    public async Task<JobReport> RunAsync(JobContext context, CancellationToken cancellationToken) =>
        await harvest.ReadDueAsync(context.ByHand, cancellationToken) switch
        {
            (0, 0) => JobReport.Nothing,
            (var read, 0) => JobReport.Done($"{read} routers read"),
            var (read, failed) => JobReport.Failed($"{read} routers read, {failed} could not be read"),
        };
}
