using IspPortal.Core.Common;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Identity;
using IspPortal.Core.Network.Routers;
using IspPortal.Core.Plans;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Plans;

internal sealed class PlanEditor(IDbContextFactory<PortalDbContext> contexts, ICurrentActor actor, IPlanUsage usage, PlanCalendar calendar, TimeProvider clock) : IPlanEditor
{
    private const int LongestReason = 500;
    private const long Mega = 1_000_000;

    public async Task<Result<Guid>> AddAsync(SavePlanRequest request, CancellationToken cancellationToken)
    {
        if ((actor.Deny(PlanPermissions.PlansWrite) ?? actor.Deny(PlanPermissions.PlansPrice) ?? new SavePlanRequestValidator(isNew: true).Validate(request).ErrorOrNull()) is { } refused)
        {
            return refused;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (await RefuseAsync(context, null, request, cancellationToken) is { } wrong)
        {
            return wrong;
        }

        var now = clock.UtcNow();
        var plan = new ServicePlan { Id = Ids.New(clock), Name = "", Slug = "", SearchKey = "", Service = request.Service, CreatedAtUtc = now, PricesChangedAtUtc = now };
        PlanContent.Fill(plan, request);
        context.Add(plan);
        context.Add(PriceOf(plan.Id, await calendar.TodayAsync(cancellationToken), request.Terms!, null));
        var saved = await context.TrySaveAsync(PlanErrors.SlugTaken(request.Slug), cancellationToken);
        return saved.Succeeded ? plan.Id : saved.Error;
    }

    public async Task<Result> UpdateAsync(Guid planId, long version, SavePlanRequest request, CancellationToken cancellationToken)
    {
        if ((actor.Deny(PlanPermissions.PlansWrite) ?? new SavePlanRequestValidator(isNew: false).Validate(request).ErrorOrNull()) is { } refused)
        {
            return refused;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var plan = await context.Set<ServicePlan>().FirstOrDefaultAsync(p => p.Id == planId, cancellationToken);
        if (plan is null)
        {
            return PlanErrors.PlanNotFound;
        }

        if (plan.Version != version)
        {
            return CommonErrors.VersionConflict;
        }

        if (plan.Service != request.Service)
        {
            return CommonErrors.Invalid([new FieldError("service", "plans.service_is_fixed")]);
        }

        if (await RefuseAsync(context, planId, request, cancellationToken) is { } wrong)
        {
            return wrong;
        }

        // What was sold is paid per period of the plan, before or after it.
        if ((request.Period != plan.Period || request.Payment != plan.Payment) && await usage.IsSoldAsync(planId, cancellationToken))
        {
            return CommonErrors.Invalid([request.Period != plan.Period ? new FieldError("period", "plans.cycle_is_fixed") : new FieldError("payment", "plans.payment_is_fixed")]);
        }

        var before = HeldByLines(plan);
        PlanContent.Fill(plan, request);
        if (HeldByLines(plan) != before)
        {
            context.AddEvent(new ServicePlanChanged(plan.Id));
        }

        return await context.TrySaveAsync(PlanErrors.SlugTaken(request.Slug), cancellationToken);
    }

    private static (PlanSpeed, long?, long?, string?, string?) HeldByLines(ServicePlan plan) =>
        (plan.Speed, plan.ThrottledDownBitsPerSecond, plan.ThrottledUpBitsPerSecond, plan.Profile, plan.ThrottledProfile);

    public async Task<Result> SetActiveAsync(Guid planId, bool active, CancellationToken cancellationToken)
    {
        if (actor.Deny(PlanPermissions.PlansWrite) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var plan = await context.Set<ServicePlan>().FirstOrDefaultAsync(p => p.Id == planId, cancellationToken);
        if (plan is null)
        {
            return PlanErrors.PlanNotFound;
        }

        plan.RetiredAtUtc = active ? null : plan.RetiredAtUtc ?? clock.UtcNow();
        return await context.TrySaveAsync(null, cancellationToken);
    }

    public async Task<Result<Guid>> SchedulePriceAsync(Guid planId, SchedulePriceRequest request, CancellationToken cancellationToken)
    {
        if (actor.Deny(PlanPermissions.PlansPrice) is { } denied)
        {
            return denied;
        }

        var today = await calendar.TodayAsync(cancellationToken);
        var wrong = new PlanTermsValidator().Validate(request.Terms).ErrorOrNull()?.Fields.Select(f => f with { Field = "terms." + f.Field }).ToList() ?? [];
        if (request.ValidFromOn <= today || request.ValidFromOn > today.AddYears(10))
        {
            wrong.Add(new FieldError("validFromOn", "plans.price_day", today.AddDays(1), today.AddYears(10)));
        }

        if (request.Reason?.Length > LongestReason)
        {
            wrong.Add(new FieldError("reason", "common.too_long", LongestReason));
        }

        wrong.AddRange(PlainText.Judge(request));

        if (wrong.Count > 0)
        {
            return CommonErrors.Invalid(wrong);
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var plan = await context.Set<ServicePlan>().FirstOrDefaultAsync(p => p.Id == planId, cancellationToken);
        if (plan is null)
        {
            return PlanErrors.PlanNotFound;
        }

        if (plan.Version != request.Version)
        {
            return CommonErrors.VersionConflict;
        }

        if (await context.Set<PlanPrice>().AnyAsync(p => p.PlanId == planId && p.ValidFromOn == request.ValidFromOn, cancellationToken))
        {
            return PlanErrors.PriceDayTaken(request.ValidFromOn);
        }

        var price = PriceOf(planId, request.ValidFromOn, request.Terms, PlanContent.NullIfBlank(request.Reason));
        Raise(context, plan);
        context.Add(price);
        var saved = await context.TrySaveAsync(PlanErrors.PriceDayTaken(request.ValidFromOn), cancellationToken);
        return saved.Succeeded ? price.Id : saved.Error;
    }

    public async Task<Result> WithdrawPriceAsync(Guid planId, Guid priceId, CancellationToken cancellationToken)
    {
        if (actor.Deny(PlanPermissions.PlansPrice) is { } denied)
        {
            return denied;
        }

        var today = await calendar.TodayAsync(cancellationToken);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var price = await context.Set<PlanPrice>().FirstOrDefaultAsync(p => p.Id == priceId && p.PlanId == planId, cancellationToken);
        if (price is null)
        {
            return PlanErrors.PriceNotFound;
        }

        if (price.ValidFromOn <= today)
        {
            return PlanErrors.PriceInForce;
        }

        Raise(context, await context.Set<ServicePlan>().FirstAsync(p => p.Id == planId, cancellationToken));
        context.Remove(price);
        return await context.TrySaveAsync(null, cancellationToken);
    }

    // Two changes within one tick of the clock raise the version too.
    private void Raise(PortalDbContext context, ServicePlan plan)
    {
        plan.PricesChangedAtUtc = clock.UtcNow();
        context.Entry(plan).Property(p => p.PricesChangedAtUtc).IsModified = true;
    }

    private PlanPrice PriceOf(Guid planId, DateOnly from, PlanTerms terms, string? reason) => new()
    {
        Id = Ids.New(clock),
        PlanId = planId,
        ValidFromOn = from,
        Terms = terms,
        Reason = reason,
        CreatedBy = actor.Actor.Name,
        CreatedAtUtc = clock.UtcNow(),
    };

    private static async Task<Error?> RefuseAsync(PortalDbContext context, Guid? planId, SavePlanRequest request, CancellationToken cancellationToken)
    {
        if (await context.Set<ServicePlan>().AnyAsync(p => p.Slug == request.Slug && p.Id != planId, cancellationToken))
        {
            return PlanErrors.SlugTaken(request.Slug);
        }

        var speed = Math.Max(request.Speed.DownBitsPerSecond, request.Speed.UpBitsPerSecond);
        var capacities = await context.Set<Router>().AsNoTracking().Where(r => r.RemovedAtUtc == null && r.Enabled)
            .Select(r => new { r.Id, r.Name, r.CapacityMegabits }).ToListAsync(cancellationToken);
        var mapped = planId is null ? [] : await context.Set<PlanRouterProfile>().Where(m => m.PlanId == planId).Select(m => m.RouterId).ToListAsync(cancellationToken);

        // Where the plan was given a profile of its own it is meant to be sold; elsewhere the strongest router has to carry it, if all say what they carry.
        var tooWeak = capacities.Find(r => mapped.Contains(r.Id) && r.CapacityMegabits * Mega < speed)
            ?? (capacities.Count > 0 && capacities.TrueForAll(r => r.CapacityMegabits is not null) && capacities.MaxBy(r => r.CapacityMegabits) is { } strongest && strongest.CapacityMegabits * Mega < speed ? strongest : null);
        return tooWeak is null ? null : CommonErrors.Invalid([new FieldError("speed.downBitsPerSecond", "plans.above_router_capacity", tooWeak.Name, tooWeak.CapacityMegabits)]);
    }
}
