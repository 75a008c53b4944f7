using System.Text.Json;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Network.Provisioning;
using IspPortal.Core.Settings;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Network.Provisioning;

/// <summary>Works out the part of a plan whose router could not be read when the plan was made.</summary>
internal sealed class UnreadParts(PortalContextSource source, RouterPlanMaker maker, ISettingsReader<ProvisioningSettings> settings)
{
    /// <summary>Reads the router and stores the steps; gives why it still cannot.</summary>
    public async Task<Error?> PlanAsync(Guid planId, Guid routerId, CancellationToken cancellationToken)
    {
        await using var context = source.CreateForSystem("plan-accesses");
        var plan = await context.Set<AccessPlanRecord>().AsNoTracking().FirstAsync(p => p.Id == planId, cancellationToken);
        var part = await context.Set<AccessPlanRouter>().AsNoTracking().FirstAsync(p => p.PlanId == planId && p.RouterId == routerId, cancellationToken);
        var scope = part.ScopeJson is null ? null : JsonSerializer.Deserialize<List<Guid>>(part.ScopeJson);
        var made = await maker.MakeAsync(routerId, scope, await settings.GetAsync(cancellationToken), plan.Kicks, acceptsMissing: false, cancellationToken);
        if (!made.Succeeded)
        {
            return made.Error;
        }

        // Who looks at a draft may apply it at the same moment: the first to say that it is read stores the steps.
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var isFirst = await context.Set<AccessPlanRouter>().Where(p => p.PlanId == planId && p.RouterId == routerId && p.IsUnread).ExecuteUpdateAsync(
            set => set.SetProperty(p => p.IsUnread, false).SetProperty(p => p.Steps, made.Value.Steps.Count).SetProperty(p => p.Kicks, made.Value.Kicks)
                .SetProperty(p => p.ErrorCode, (string?)null).SetProperty(p => p.ErrorDetail, (string?)null).SetProperty(p => p.Attempts, 0),
            cancellationToken) == 1;
        if (isFirst)
        {
            await PlanDrafts.AddStepsAsync(context, plan, made.Value, cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return null;
    }
}
