using IspPortal.Core.Common.Jobs;

namespace IspPortal.Infrastructure.Billing.Receipts;

/// <summary>Takes back pro formas that nobody paid in time; credit that is there brings the line back at once.</summary>
internal sealed class LapseOffersJob(OfferLapses lapses) : IPortalJob
{
    public static string Key => "lapse-offers";

    public async Task<JobReport> RunAsync(JobContext context, CancellationToken cancellationToken) =>
        await lapses.RunAsync(cancellationToken) is > 0 and var count ? JobReport.Done($"{count} pro formas lapsed") : JobReport.Nothing;
}
