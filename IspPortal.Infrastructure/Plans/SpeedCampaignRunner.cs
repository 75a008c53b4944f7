using IspPortal.Core.Common.Time;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Provisioning;
using IspPortal.Core.Network.Routers;
using IspPortal.Core.Plans;
using IspPortal.Core.Plans.Campaigns;
using IspPortal.Infrastructure.Network.Provisioning;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Plans;

/// <summary>
/// Begins and ends campaigns. What lines should be is changed in one transaction with the campaign's state; routers are told afterwards, as often as it
/// takes, so that a portal that dies in between goes on where it stopped. In observe mode the plans are made and nothing is written.
/// </summary>
internal sealed class SpeedCampaignRunner(
    IDbContextFactory<PortalDbContext> contexts, IPlanUsage usage, RouterProfiles profiles, IPlanDrafts drafts, IAccessPlans plans, TimeProvider clock)
{
    private const int RowsAtOnce = 500;

    /// <summary>Does what is due; gives how many campaigns began, how many ended, and how many routers or lines could not be told.</summary>
    public async Task<(int Begun, int Ended, int Untold)> RunDueAsync(CancellationToken cancellationToken)
    {
        var now = clock.UtcNow();
        List<Guid> live;
        await using (var context = await contexts.CreateDbContextAsync(cancellationToken))
        {
            live = await context.Set<SpeedCampaign>().AsNoTracking()
                .Where(c => (c.State == SpeedCampaignState.Scheduled && c.StartsAtUtc <= now) || c.State == SpeedCampaignState.Running || c.State == SpeedCampaignState.Ending)
                .OrderBy(c => c.StartsAtUtc).Select(c => c.Id).ToListAsync(cancellationToken);
        }

        var (begun, ended, untold) = (0, 0, 0);
        foreach (var id in live)
        {
            var moved = await MoveAsync(id, now, cancellationToken);
            begun += moved == SpeedCampaignState.Running ? 1 : 0;
            untold += await TellAsync(id, cancellationToken);
            ended += await CloseAsync(id, cancellationToken) ? 1 : 0;
        }

        return (begun, ended, untold);
    }

    // Gives the state it moved to, or null when its time has not come.
    private async Task<SpeedCampaignState?> MoveAsync(Guid campaignId, DateTime now, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var campaign = await context.Set<SpeedCampaign>().FirstAsync(c => c.Id == campaignId, cancellationToken);
        switch (campaign.State)
        {
            case SpeedCampaignState.Scheduled when campaign.EndsAtUtc <= now:
                campaign.State = SpeedCampaignState.Missed;
                break;
            case SpeedCampaignState.Scheduled:
                await WantAsync(context, campaign, cancellationToken);
                (campaign.State, campaign.StartedAtUtc) = (SpeedCampaignState.Running, now);
                break;
            case SpeedCampaignState.Running when campaign.EndsAtUtc <= now:
                await TakeBackAsync(context, campaign, now, cancellationToken);
                campaign.State = SpeedCampaignState.Ending;
                break;
            default:
                return null;
        }

        return (await context.TrySaveAsync(null, cancellationToken)).Succeeded ? campaign.State : null;
    }

    private async Task WantAsync(PortalDbContext context, SpeedCampaign campaign, CancellationToken cancellationToken)
    {
        foreach (var plan in await PlansAsync(context, campaign.Id, cancellationToken))
        {
            var during = campaign.Of(plan.Speed).ToRateLimit().ToString();
            if (plan.Service == AccessService.Static)
            {
                foreach (var ids in (await usage.ListStaticLinesAsync(plan.Id, cancellationToken)).Chunk(RowsAtOnce).Select(c => c.ToList()))
                {
                    var primaries = await context.Set<AccessPlacement>().AsNoTracking().Where(p => ids.Contains(p.AccessId) && p.Role == PlacementRole.Primary)
                        .ToDictionaryAsync(p => p.AccessId, p => p.RouterId, cancellationToken);
                    foreach (var line in await context.Set<DesiredAccessRecord>().Where(w => ids.Contains(w.AccessId)).ToListAsync(cancellationToken))
                    {
                        context.Add(Change(campaign.Id, plan, primaries[line.AccessId], null, line.AccessId, line.RateLimit, during));
                        line.RateLimit = during;
                    }
                }

                continue;
            }

            var names = await PlanProfileNames.LoadAsync(context, plan.Id, plan.Profile, cancellationToken);
            var all = names.All;
            var records = await context.Set<DesiredProfileRecord>().Where(p => p.Service == plan.Service && all.Contains(p.Name)).ToListAsync(cancellationToken);
            var used = await context.Set<AccessAccount>().AsNoTracking().Where(a => a.Service == plan.Service && all.Contains(a.Profile!)).Select(a => new { a.RouterId, a.Profile }).Distinct().ToListAsync(cancellationToken);
            var owned = (await usage.GetAsync(plan.Id, cancellationToken)).Routers.Select(r => r.RouterId);
            var routers = await context.Set<Router>().AsNoTracking().Where(r => r.Enabled && r.RemovedAtUtc == null).Select(r => r.Id).ToListAsync(cancellationToken);
            var there = records.Select(r => (r.RouterId, r.Name)).Concat(used.Select(u => (u.RouterId, u.Profile!))).Concat(owned.Select(id => (id, names.On(id)))).ToHashSet();
            foreach (var routerId in routers.Where(id => there.Contains((id, names.On(id)))))
            {
                var record = records.Find(r => r.RouterId == routerId && r.Name == names.On(routerId));
                if (record is null)
                {
                    record = new DesiredProfileRecord { Id = Ids.New(clock), RouterId = routerId, Service = plan.Service, Name = names.On(routerId) };
                    context.Add(record);
                }

                context.Add(Change(campaign.Id, plan, routerId, record.Name, null, record.RateLimit, during));
                record.RateLimit = during;
            }
        }
    }

    private static async Task TakeBackAsync(PortalDbContext context, SpeedCampaign campaign, DateTime now, CancellationToken cancellationToken)
    {
        var plans = (await PlansAsync(context, campaign.Id, cancellationToken)).ToDictionary(p => p.Id);
        foreach (var some in (await context.Set<SpeedCampaignChange>().Where(c => c.CampaignId == campaign.Id).ToListAsync(cancellationToken)).Chunk(RowsAtOnce))
        {
            var (ids, routers, names) = (some.Select(c => c.AccessId).OfType<Guid>().ToList(), some.Select(c => c.RouterId).Distinct().ToList(), some.Select(c => c.Profile).OfType<string>().Distinct().ToList());
            var lines = ids.Count == 0 ? [] : await context.Set<DesiredAccessRecord>().Where(w => ids.Contains(w.AccessId)).ToDictionaryAsync(w => w.AccessId, cancellationToken);
            var records = names.Count == 0 ? [] : (await context.Set<DesiredProfileRecord>().Where(p => routers.Contains(p.RouterId) && names.Contains(p.Name)).ToListAsync(cancellationToken))
                .ToDictionary(p => (p.RouterId, p.Service, p.Name));
            foreach (var change in some)
            {
                // The plan's speed of today: it may have been raised for good while the campaign ran.
                var after = plans[change.PlanId].Speed.ToRateLimit().ToString();
                if (change.AccessId is { } accessId)
                {
                    var line = lines.GetValueOrDefault(accessId);
                    change.WasLeftAlone = line is null || line.Lifecycle != AccessLifecycle.Live || line.RateLimit != change.During;
                    line?.RateLimit = change.WasLeftAlone ? line.RateLimit : after;
                }
                else
                {
                    var record = records.GetValueOrDefault((change.RouterId, change.Service, change.Profile!));
                    change.WasLeftAlone = record is null || record.RateLimit != change.During;
                    record?.RateLimit = change.WasLeftAlone ? record.RateLimit : after;
                }

                change.ErrorCode = null;
                change.EndToldAtUtc = change.WasLeftAlone ? now : null;
            }
        }

        // What was changed about a plan meanwhile reaches its lines now.
        foreach (var plan in plans.Values.Where(p => p.Service == AccessService.Static))
        {
            context.AddEvent(new ServicePlanChanged(plan.Id));
        }
    }

    private async Task<int> TellAsync(Guid campaignId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var campaign = await context.Set<SpeedCampaign>().AsNoTracking().FirstAsync(c => c.Id == campaignId, cancellationToken);
        if (campaign.State is not (SpeedCampaignState.Running or SpeedCampaignState.Ending))
        {
            return 0;
        }

        var isEnd = campaign.State == SpeedCampaignState.Ending;
        var pending = await context.Set<SpeedCampaignChange>().Where(c => c.CampaignId == campaignId && (isEnd ? c.EndToldAtUtc == null : c.StartToldAtUtc == null)).ToListAsync(cancellationToken);
        var told = new List<SpeedCampaignChange>();
        var parts = new List<RouterPlan>();
        foreach (var group in pending.Where(c => c.Profile is not null).GroupBy(c => (c.RouterId, c.Service)))
        {
            if (await context.Set<Router>().AnyAsync(r => r.Id == group.Key.RouterId && r.RemovedAtUtc != null, cancellationToken))
            {
                // A router that is gone will never answer.
                told.AddRange(group);
                continue;
            }

            var names = group.Select(c => c.Profile!).Distinct().ToList();
            var wanted = await context.Set<DesiredProfileRecord>().AsNoTracking().Where(p => p.RouterId == group.Key.RouterId && p.Service == group.Key.Service && names.Contains(p.Name)).ToListAsync(cancellationToken);
            var part = await profiles.PlanAsync(group.Key.RouterId, wanted.ConvertAll(ValueOf), campaign.Kicks, cancellationToken);
            foreach (var change in group)
            {
                change.ErrorCode = part.Error?.Code;
            }

            if (part.Succeeded)
            {
                parts.Add(part.Value);
                told.AddRange(group);
            }
        }

        var made = await drafts.SaveAsync(new PlanDraft("campaign", campaign.Name, parts) { Kicks = campaign.Kicks }, cancellationToken);
        await NoteAsync(context, told, made.Succeeded ? made.Value : null, isEnd, made.Succeeded || made.Error.Code == ProvisioningErrors.NothingToDo.Code, cancellationToken);

        var lines = pending.Where(c => c.AccessId is not null).ToList();
        if (lines.Count > 0)
        {
            var created = await plans.CreateAsync(new CreateAccessPlanRequest([.. lines.Select(c => c.AccessId!.Value)], null, campaign.Name, campaign.Kicks), cancellationToken);
            var done = created.Succeeded || created.Error.Code == ProvisioningErrors.NothingToDo.Code;
            lines.ForEach(c => c.ErrorCode = done ? null : created.Error?.Code);
            await NoteAsync(context, lines, created.Succeeded ? created.Value : null, isEnd, done, cancellationToken);
        }

        return pending.Count(c => (isEnd ? c.EndToldAtUtc : c.StartToldAtUtc) is null);
    }

    private async Task NoteAsync(PortalDbContext context, List<SpeedCampaignChange> changes, Guid? planId, bool isEnd, bool done, CancellationToken cancellationToken)
    {
        if (planId is { } id)
        {
            var plan = await plans.GetAsync(id, cancellationToken);
            var applied = plan.Succeeded ? await plans.ApplyAsync(id, plan.Value.Row.Version, cancellationToken) : plan.WithoutValue();
            done = applied.Succeeded;
        }

        foreach (var change in done ? changes : [])
        {
            if (isEnd)
            {
                (change.EndPlanId, change.EndToldAtUtc) = (planId, clock.UtcNow());
            }
            else
            {
                (change.StartPlanId, change.StartToldAtUtc) = (planId, clock.UtcNow());
            }
        }

        await context.SaveChangesAsync(cancellationToken);
    }

    private async Task<bool> CloseAsync(Guid campaignId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var campaign = await context.Set<SpeedCampaign>().FirstAsync(c => c.Id == campaignId, cancellationToken);
        if (campaign.State != SpeedCampaignState.Ending || await context.Set<SpeedCampaignChange>().AnyAsync(c => c.CampaignId == campaignId && c.EndToldAtUtc == null, cancellationToken))
        {
            return false;
        }

        (campaign.State, campaign.EndedAtUtc) = (SpeedCampaignState.Ended, clock.UtcNow());
        return (await context.TrySaveAsync(null, cancellationToken)).Succeeded;
    }

    private SpeedCampaignChange Change(Guid campaignId, ServicePlan plan, Guid routerId, string? profile, Guid? accessId, string? before, string during) => new()
    {
        Id = Ids.New(clock),
        CampaignId = campaignId,
        PlanId = plan.Id,
        RouterId = routerId,
        Service = plan.Service,
        Profile = profile,
        AccessId = accessId,
        Before = before,
        During = during,
    };

    private static DesiredProfile ValueOf(DesiredProfileRecord record) => new(record.Service, record.Name)
    {
        RateLimit = RateLimit.TryParse(record.RateLimit, out var limit) ? limit : null,
        AddressList = record.AddressList,
        OnlyOne = record.OnlyOne,
        IsAdopted = record.IsAdopted,
        LocalAddress = record.LocalAddress,
        RemoteAddress = record.RemoteAddress,
    };

    private static Task<List<ServicePlan>> PlansAsync(PortalDbContext context, Guid campaignId, CancellationToken cancellationToken) => (
        from link in context.Set<SpeedCampaignPlan>().AsNoTracking()
        join plan in context.Set<ServicePlan>() on link.PlanId equals plan.Id
        where link.CampaignId == campaignId
        select plan).AsNoTracking().ToListAsync(cancellationToken);
}
