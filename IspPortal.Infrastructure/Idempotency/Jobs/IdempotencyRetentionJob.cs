using IspPortal.Core.Common.Idempotency;
using IspPortal.Core.Common.Jobs;

namespace IspPortal.Infrastructure.Idempotency.Jobs;

internal sealed class IdempotencyRetentionJob(IIdempotencyLedger ledger) : IPortalJob
{
    public static string Key => "idempotency-retention";

    public async Task<JobReport> RunAsync(JobContext context, CancellationToken cancellationToken)
    {
        var removed = await ledger.RemoveExpiredAsync(cancellationToken);
        return removed == 0 ? JobReport.Nothing : JobReport.Done($"{removed} keys removed");
    }
}
