using IspPortal.Core.Common.Jobs;

namespace IspPortal.Infrastructure.Billing.Deferred;

/// <summary>Earns what was billed ahead when its period begins.</summary>
internal sealed class RecogniseRevenueJob(DeferredRecognition recognition) : IPortalJob
{
    public static string Key => "recognise-revenue";

    public async Task<JobReport> RunAsync(JobContext context, CancellationToken cancellationToken) =>
        await recognition.RunAsync(cancellationToken) is > 0 and var posted ? JobReport.Done($"earned {posted} parts") : JobReport.Nothing;
}
