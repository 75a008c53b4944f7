using IspPortal.Core.Common;
using IspPortal.Core.Common.Money;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Identity;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Provisioning;
using IspPortal.Core.Network.Routers;
using IspPortal.Core.Plans;
using IspPortal.Core.Plans.WhatIf;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Plans;

internal sealed class PlanForecast(
    IDbContextFactory<PortalDbContext> contexts, ICurrentActor actor, IPlanUsage usage, RouterProfiles profiles, PlanCalendar calendar, TimeProvider clock) : IPlanForecast
{
    public async Task<Result<PlanWhatIfReport>> WhatIfAsync(Guid planId, PlanWhatIfRequest request, CancellationToken cancellationToken)
    {
        if ((actor.Deny(PlanPermissions.PlansRead) ?? new PlanWhatIfRequestValidator().Validate(request).ErrorOrNull()) is { } refused)
        {
            return refused;
        }

        var today = await calendar.TodayAsync(cancellationToken);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var plan = await context.Set<ServicePlan>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == planId, cancellationToken);
        if (plan is null)
        {
            return PlanErrors.PlanNotFound;
        }

        var price = await context.Set<PlanPrice>().AsNoTracking().Where(p => p.PlanId == planId && p.ValidFromOn <= today).OrderByDescending(p => p.ValidFromOn).FirstOrDefaultAsync(cancellationToken);
        var read = (await profiles.ListAsync(context, plan.Service, cancellationToken)).Where(r => r.Value.Profiles is not null).ToDictionary(r => r.Key, r => r.Value.Profiles!);
        var used = await usage.GetAsync(planId, cancellationToken);
        var limit = request.Speed is { } speed && speed != plan.Speed ? speed.ToRateLimit() : null;
        if (limit is not null && plan.Service != AccessService.Static)
        {
            // A router that has the profile without a line on it gets the new speed too.
            var names = await PlanProfileNames.LoadAsync(context, planId, plan.Profile, cancellationToken);
            var others = await context.Set<Router>().AsNoTracking().Where(r => r.Enabled && r.RemovedAtUtc == null).Select(r => new { r.Id, r.Name }).ToListAsync(cancellationToken);
            used = used with
            {
                Routers = [.. used.Routers, .. others.Where(r => used.Routers.All(u => u.RouterId != r.Id) && read.GetValueOrDefault(r.Id)?.Any(p => p.Name == names.On(r.Id)) == true)
                    .Select(r => new PlanRouterUsage(r.Id, r.Name, names.On(r.Id), 0, 0))],
            };
        }

        return PlanWhatIf.Evaluate(new(
            plan.Service, plan.Period, used, request.Price ?? price?.Price ?? Money.Zero, limit, read, request.Kicks ?? KickPolicy.Now, clock.UtcNow(), await calendar.ZoneAsync(cancellationToken)));
    }
}
