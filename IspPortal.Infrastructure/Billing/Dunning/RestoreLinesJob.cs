using IspPortal.Core.Common.Jobs;
using IspPortal.Core.Common.Time;
using IspPortal.Infrastructure.Persistence;

namespace IspPortal.Infrastructure.Billing.Dunning;

/// <summary>Lets the lines of those who paid come back, within seconds; now and then takes back reminders of what is paid.</summary>
internal sealed class RestoreLinesJob(Reconnections reconnections, DunningNotices notices, PortalContextSource source, TimeProvider clock) : IPortalJob
{
    private static readonly TimeSpan WithdrawsEvery = TimeSpan.FromSeconds(30);
    private static long _withdrawnAt;

    public static string Key => Reconnections.By;

    public async Task<JobReport> RunAsync(JobContext context, CancellationToken cancellationToken)
    {
        var restored = await reconnections.RunAsync(cancellationToken);
        var now = clock.UtcNow().Ticks;
        if (now - Interlocked.Read(ref _withdrawnAt) is var passed && (passed < 0 || passed >= WithdrawsEvery.Ticks))
        {
            Interlocked.Exchange(ref _withdrawnAt, now);
            await using var writing = source.CreateForSystem(Key);
            await notices.WithdrawAsync(writing, cancellationToken);
        }

        return restored == 0 ? JobReport.Nothing : JobReport.Done($"{restored} accounts restored");
    }
}
