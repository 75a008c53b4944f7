using IspPortal.Core.Common.Time;
using IspPortal.Core.Network.Provisioning;
using IspPortal.Core.Settings;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Network.Provisioning;

/// <summary>Removes plans past their time, with all that hangs on them. One that is still being applied stays whatever its age.</summary>
internal sealed class PlanRetention(PortalContextSource source, ISettingsReader<ProvisioningSettings> settings, TimeProvider clock)
{
    private const int Batch = 50;

    public async Task<int> RemoveOldAsync(CancellationToken cancellationToken)
    {
        var oldest = clock.UtcNow() - TimeSpan.FromDays((await settings.GetAsync(cancellationToken)).KeepPlansDays);
        var removed = 0;
        while (true)
        {
            await using var context = source.CreateForSystem("plan-retention");
            var ids = await context.Set<AccessPlanRecord>()
                .Where(p => p.CreatedAtUtc < oldest && p.State != AccessPlanState.Applying && (p.EndedAtUtc == null || p.EndedAtUtc < oldest))
                .OrderBy(p => p.CreatedAtUtc).Select(p => p.Id).Take(Batch).ToListAsync(cancellationToken);
            if (ids.Count == 0)
            {
                return removed;
            }

            await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
            await context.Set<AccessPlanStepRecord>().Where(s => ids.Contains(s.PlanId)).ExecuteDeleteAsync(cancellationToken);
            await context.Set<AccessPlanPlace>().Where(p => ids.Contains(p.PlanId)).ExecuteDeleteAsync(cancellationToken);
            await context.Set<AccessPlanFindingRecord>().Where(f => ids.Contains(f.PlanId)).ExecuteDeleteAsync(cancellationToken);
            await context.Set<AccessPlanRouter>().Where(p => ids.Contains(p.PlanId)).ExecuteDeleteAsync(cancellationToken);
            removed += await context.Set<AccessPlanRecord>().Where(p => ids.Contains(p.Id)).ExecuteDeleteAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
    }
}
