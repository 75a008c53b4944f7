using IspPortal.Core.Common.Jobs;

namespace IspPortal.Infrastructure.Billing.Dunning;

/// <summary>Looks again at late accounts that paid something.</summary>
internal sealed class FollowLateAccountsJob(DunningWalk walk) : IPortalJob
{
    public static string Key => "follow-late-accounts";

    public async Task<JobReport> RunAsync(JobContext context, CancellationToken cancellationToken) =>
        await walk.FollowAsync(cancellationToken) is > 0 and var accounts ? JobReport.Done($"{accounts} accounts") : JobReport.Nothing;
}
