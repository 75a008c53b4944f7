using IspPortal.Core.Common.Jobs;

namespace IspPortal.Infrastructure.Billing.Dunning;

/// <summary>Looks at all accounts that owe something.</summary>
internal sealed class RunDunningJob(DunningWalk walk) : IPortalJob
{
    public static string Key => DunningWalk.By;

    public async Task<JobReport> RunAsync(JobContext context, CancellationToken cancellationToken)
    {
        var (accounts, told, fees) = await walk.RunAsync(cancellationToken);
        return accounts == 0 ? JobReport.Nothing : JobReport.Done($"{accounts} accounts, {told} told, {fees} fees");
    }
}
