using IspPortal.Core.Common.Jobs;

namespace IspPortal.Infrastructure.Subscriptions;

/// <summary>Looks every minute what the calendar brings to subscriptions.</summary>
internal sealed class RunSubscriptionDatesJob(SubscriptionClockwork clockwork) : IPortalJob
{
    public static string Key => "run-subscription-dates";

    public async Task<JobReport> RunAsync(JobContext context, CancellationToken cancellationToken) =>
        await clockwork.RunDueAsync(cancellationToken) switch
        {
            (0, 0, 0, 0) => JobReport.Nothing,
            (var done, 0, var renewed, var expired) => JobReport.Done($"{done} changes done, {renewed} renewed, {expired} expired"),
            var (done, failed, renewed, expired) => JobReport.Failed($"{done} changes done, {failed} failed, {renewed} renewed, {expired} expired"),
        };
}
