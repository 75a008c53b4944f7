using IspPortal.Core.Common.Jobs;

namespace IspPortal.Infrastructure.Subscriptions.Delivery;

/// <summary>Follows what routers are being told, and tells again what they could not be.</summary>
internal sealed class DeliverLinesJob(LineDeliverer deliverer) : IPortalJob
{
    public static string Key => "deliver-lines";

    public async Task<JobReport> RunAsync(JobContext context, CancellationToken cancellationToken) =>
        await deliverer.RunAsync(cancellationToken) switch
        {
            (0, 0, 0) => JobReport.Nothing,
            (var settled, var sent, 0) => JobReport.Done($"{settled} settled, {sent} sent"),
            var (settled, sent, failed) => JobReport.Failed($"{settled} settled, {sent} sent, {failed} wait"),
        };
}
