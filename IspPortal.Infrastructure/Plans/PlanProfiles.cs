using IspPortal.Core.Common;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Identity;
using IspPortal.Core.Network;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Provisioning;
using IspPortal.Core.Network.Routers;
using IspPortal.Core.Plans;
using IspPortal.Core.Plans.Campaigns;
using IspPortal.Infrastructure.Network.Provisioning;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Plans;

internal sealed class PlanProfiles(
    IDbContextFactory<PortalDbContext> contexts, ICurrentActor actor, IPlanUsage usage, RouterProfiles profiles, IPlanDrafts drafts, TimeProvider clock) : IPlanProfiles
{
    private const int LongestReason = 500;

    public async Task<Result<IReadOnlyList<PlanProfileRow>>> ListAsync(Guid planId, CancellationToken cancellationToken)
    {
        if (actor.Deny(PlanPermissions.PlansRead) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var plan = await context.Set<ServicePlan>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == planId, cancellationToken);
        return plan is null ? PlanErrors.PlanNotFound : plan.Service == AccessService.Static ? (Result<IReadOnlyList<PlanProfileRow>>)new List<PlanProfileRow>() : await RowsAsync(context, plan, cancellationToken);
    }

    public async Task<Result<IReadOnlyList<PlanProfileRow>>> ReadAsync(Guid planId, CancellationToken cancellationToken)
    {
        if (actor.Deny(NetworkPermissions.RoutersRead) is { } denied)
        {
            return denied;
        }

        var known = await ListAsync(planId, cancellationToken);
        if (known.Succeeded && known.Value.Count > 0)
        {
            await profiles.ReadAsync([.. known.Value.Select(r => r.RouterId)], known.Value[0].Service, cancellationToken);
            return await ListAsync(planId, cancellationToken);
        }

        return known;
    }

    public async Task<Result> MapAsync(Guid planId, Guid routerId, string? profile, CancellationToken cancellationToken)
    {
        if (actor.Deny(PlanPermissions.PlansWrite) is { } denied)
        {
            return denied;
        }

        profile = PlanContent.NullIfBlank(profile);
        if (profile?.Length > 64 || !PlanValidation.IsProfileName(profile))
        {
            return CommonErrors.Invalid([profile?.Length > 64 ? new FieldError("profile", "common.too_long", 64) : new FieldError("profile", "plans.not_a_profile_name")]);
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var plan = await context.Set<ServicePlan>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == planId, cancellationToken);
        if (plan is null || plan.Service == AccessService.Static)
        {
            return plan is null ? PlanErrors.PlanNotFound : PlanErrors.NoProfile;
        }

        var router = await context.Set<Router>().AsNoTracking().FirstOrDefaultAsync(r => r.Id == routerId && r.RemovedAtUtc == null, cancellationToken);
        if (router is null)
        {
            return NetworkErrors.RouterNotFound;
        }

        if (router.CapacityMegabits is { } capacity && profile is not null && Math.Max(plan.DownBitsPerSecond, plan.UpBitsPerSecond) > capacity * 1_000_000L)
        {
            return CommonErrors.Invalid([new FieldError("profile", "plans.above_router_capacity", router.Name, capacity)]);
        }

        var mapping = await context.Set<PlanRouterProfile>().FirstOrDefaultAsync(m => m.PlanId == planId && m.RouterId == routerId, cancellationToken);
        if (profile is null || profile == plan.Profile)
        {
            if (mapping is not null)
            {
                context.Remove(mapping);
            }
        }
        else if (mapping is null)
        {
            context.Add(new PlanRouterProfile { PlanId = planId, RouterId = routerId, Profile = profile });
        }
        else
        {
            mapping.Profile = profile;
        }

        if (context.ChangeTracker.HasChanges())
        {
            context.AddEvent(new ServicePlanChanged(planId));
        }

        return await context.TrySaveAsync(CommonErrors.VersionConflict, cancellationToken);
    }

    public async Task<Result<Guid>> MendAsync(Guid planId, MendProfilesRequest request, CancellationToken cancellationToken)
    {
        if ((actor.Deny(NetworkPermissions.RoutersApply) ?? Refuse(request)) is { } refused)
        {
            return refused;
        }

        var known = await ListAsync(planId, cancellationToken);
        if (!known.Succeeded)
        {
            return known.Error;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var plan = await context.Set<ServicePlan>().AsNoTracking().FirstAsync(p => p.Id == planId, cancellationToken);
        if (plan.Service == AccessService.Static)
        {
            return PlanErrors.NoProfile;
        }

        var chosen = known.Value.Where(r => request.RouterIds?.Contains(r.RouterId) ?? r.State != PlanProfileState.InStep).ToList();
        if (request.RouterIds is { } asked && asked.Except(chosen.Select(r => r.RouterId)).Any())
        {
            return NetworkErrors.RouterNotFound;
        }

        var limit = await WantedAsync(context, plan, cancellationToken);
        var kicks = request.Kicks ?? KickPolicy.Now;
        var parts = new List<RouterPlan>();
        Error? unread = null;
        foreach (var row in chosen)
        {
            var record = await context.Set<DesiredProfileRecord>().FirstOrDefaultAsync(p => p.RouterId == row.RouterId && p.Service == plan.Service && p.Name == row.Profile, cancellationToken);
            record ??= new DesiredProfileRecord { RouterId = row.RouterId, Service = plan.Service, Name = row.Profile };
            record.RateLimit = limit.ToString();
            record.IsAdopted |= request.Adopt;
            record.LocalAddress = PlanContent.NullIfBlank(request.LocalAddress) ?? record.LocalAddress;
            record.RemoteAddress = PlanContent.NullIfBlank(request.RemoteAddress) ?? record.RemoteAddress;
            var part = await profiles.PlanAsync(row.RouterId, [ValueOf(record, limit)], kicks, cancellationToken);
            if (!part.Succeeded)
            {
                // Nothing is wanted of a router that could not be asked.
                context.ChangeTracker.Clear();
                unread ??= part.Error;
                continue;
            }

            parts.Add(part.Value);
            if (part.Value.Findings.Any(f => f.Kind == PlanFindingKind.ProfileMissing))
            {
                context.ChangeTracker.Clear();
                continue;
            }

            if (record.Id == Guid.Empty)
            {
                record.Id = Ids.New(clock);
                context.Add(record);
            }

            var saved = await context.TrySaveAsync(CommonErrors.VersionConflict, cancellationToken);
            if (!saved.Succeeded)
            {
                return saved.Error;
            }
        }

        return unread is not null && parts.Count == 0
            ? unread
            : await drafts.SaveAsync(new PlanDraft("plan", PlanContent.NullIfBlank(request.Reason) ?? plan.Name, parts) { Kicks = kicks }, cancellationToken);
    }

    /// <summary>The speed that routers should have now: the plan's, or that of a campaign that is running.</summary>
    public static async Task<RateLimit> WantedAsync(PortalDbContext context, ServicePlan plan, CancellationToken cancellationToken) => (await SpeedAsync(context, plan, cancellationToken)).ToRateLimit();

    /// <summary>The same as it is sold.</summary>
    public static async Task<PlanSpeed> SpeedAsync(PortalDbContext context, ServicePlan plan, CancellationToken cancellationToken)
    {
        var campaign = await (
            from link in context.Set<SpeedCampaignPlan>().AsNoTracking()
            join each in context.Set<SpeedCampaign>() on link.CampaignId equals each.Id
            where link.PlanId == plan.Id && each.State == SpeedCampaignState.Running
            orderby each.StartsAtUtc, each.Id
            select each).FirstOrDefaultAsync(cancellationToken);
        return campaign?.Of(plan.Speed) ?? plan.Speed;
    }

    private static DesiredProfile ValueOf(DesiredProfileRecord record, RateLimit limit) => new(record.Service, record.Name)
    {
        RateLimit = limit,
        AddressList = record.AddressList,
        OnlyOne = record.OnlyOne,
        IsAdopted = record.IsAdopted,
        LocalAddress = record.LocalAddress,
        RemoteAddress = record.RemoteAddress,
    };

    private static Error? Refuse(MendProfilesRequest request)
    {
        List<FieldError> wrong = [.. PlainText.Judge(request)];
        if (request.Reason?.Length > LongestReason)
        {
            wrong.Add(new FieldError("reason", "common.too_long", LongestReason));
        }

        if (request.Kicks?.PerSecond is < 1 or > 100)
        {
            wrong.Add(new FieldError("kicks.perSecond", "common.out_of_range", 1, 100));
        }

        if (request.LocalAddress?.Length > 64)
        {
            wrong.Add(new FieldError("localAddress", "common.too_long", 64));
        }

        if (request.RemoteAddress?.Length > 64)
        {
            wrong.Add(new FieldError("remoteAddress", "common.too_long", 64));
        }

        if (request.Kicks is { Timing: KickTiming.Window } kicks && (kicks.WindowFrom is null || kicks.WindowTo is null))
        {
            wrong.Add(new FieldError("kicks", "plans.not_a_span"));
        }

        return wrong.Count == 0 ? null : CommonErrors.Invalid(wrong);
    }

    private async Task<Result<IReadOnlyList<PlanProfileRow>>> RowsAsync(PortalDbContext context, ServicePlan plan, CancellationToken cancellationToken)
    {
        var routers = await context.Set<Router>().AsNoTracking().Where(r => r.RemovedAtUtc == null && r.Enabled).OrderBy(r => r.Name).Select(r => new { r.Id, r.Name }).ToListAsync(cancellationToken);
        var names = await PlanProfileNames.LoadAsync(context, plan.Id, plan.Profile, cancellationToken);
        var all = names.All;
        var adopted = (await context.Set<DesiredProfileRecord>().AsNoTracking().Where(p => p.Service == plan.Service && p.IsAdopted && all.Contains(p.Name)).Select(p => new { p.RouterId, p.Name })
            .ToListAsync(cancellationToken)).Select(p => (p.RouterId, p.Name)).ToHashSet();
        var readings = await profiles.ListAsync(context, plan.Service, cancellationToken);
        var used = (await usage.GetAsync(plan.Id, cancellationToken)).Routers.ToDictionary(r => r.RouterId);
        var limit = await WantedAsync(context, plan, cancellationToken);
        return routers.ConvertAll(router =>
        {
            var name = names.On(router.Id);
            var reading = readings.GetValueOrDefault(router.Id);
            var here = used.GetValueOrDefault(router.Id);
            return new PlanProfileRow(
                router.Id,
                router.Name,
                name,
                names.IsMapped(router.Id),
                PlanProfileComparer.StateOf(reading?.Profiles, name, limit),
                limit.ToString(),
                reading?.Profiles?.FirstOrDefault(p => p.Name == name) is { } found ? found.RateLimit ?? "" : null,
                reading?.ReadAtUtc,
                reading?.ErrorCode,
                adopted.Contains((router.Id, name)),
                here?.Lines ?? 0,
                here?.SessionsOnline ?? 0)
            {
                Service = plan.Service,
            };
        });
    }
}
