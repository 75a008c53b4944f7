using IspPortal.Core.Common;
using IspPortal.Core.Common.Money;
using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Customers;
using IspPortal.Core.Identity;
using IspPortal.Core.Network.Provisioning;
using IspPortal.Core.Network.Routers;
using IspPortal.Core.Network.Sessions;
using IspPortal.Core.Plans;
using IspPortal.Core.Subscriptions;
using IspPortal.Core.Subscriptions.Bulk;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Subscriptions.Bulk;

internal sealed class BulkChanges(IDbContextFactory<PortalDbContext> contexts, ICurrentActor actor, IBusinessClock business, TimeProvider clock) : IBulkChanges
{
    private const long Mega = 1_000_000;
    private const int IdsAtOnce = 500;

    public async Task<Result<BulkPreview>> PreviewAsync(BulkChangeRequest request, CancellationToken cancellationToken)
    {
        if ((Denied ?? actor.Deny(BulkPermissions.Of(request.Kind)) ?? Refuse(request, needsReason: false)) is { } refused)
        {
            return refused;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var chosen = await ChooseAsync(context, request, cancellationToken);
        if (!chosen.Succeeded)
        {
            return chosen.Error;
        }

        var target = await TargetAsync(context, request, cancellationToken);
        if (!target.Succeeded)
        {
            return target.Error;
        }

        var judged = chosen.Value.Select(item => (Item: item, Code: ObstacleOf(item, request, target.Value))).ToList();
        var able = judged.Where(j => j.Code is null).Select(j => j.Item).ToList();
        var obstacles = judged.Where(j => j.Code is not null).GroupBy(j => j.Code!).Select(g => new BulkObstacle(g.Key, g.Count(), g.First().Item.Number)).OrderByDescending(o => o.Count).ToList();
        var touchesLines = request.Kind is BulkChangeKind.ChangePlan or BulkChangeKind.MoveRouter;
        Money? before = null, after = null;
        if (request.Kind == BulkChangeKind.ChangePlan && target.Value is { Plan: { } plan, Price: { } price })
        {
            before = able.Aggregate(Money.Zero, (sum, item) => sum + target.Value.Plans[item.PlanId].Period.PerMonth(item.Price));
            after = plan.Period.PerMonth(price.Price) * able.Count;
        }

        return new BulkPreview(chosen.Value.Count, able.Count, obstacles, touchesLines ? await OnlineAsync(context, able, cancellationToken) : 0, before, after);
    }

    public async Task<Result> StartAsync(Guid runId, BulkChangeRequest request, CancellationToken cancellationToken)
    {
        if ((Denied ?? actor.Deny(BulkPermissions.Of(request.Kind)) ?? Refuse(request, needsReason: true)) is { } refused)
        {
            return refused;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (await context.Set<BulkRun>().AnyAsync(r => r.Id == runId, cancellationToken))
        {
            return Result.Success;
        }

        var chosen = await ChooseAsync(context, request, cancellationToken);
        var target = chosen.Succeeded ? await TargetAsync(context, request, cancellationToken) : chosen.Error;
        if (!chosen.Succeeded || !target.Succeeded)
        {
            return chosen.Error ?? target.Error!;
        }

        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        context.Add(new BulkRun
        {
            Id = runId,
            Kind = request.Kind,
            PlanId = request.PlanId,
            PriceId = request.PriceId,
            RouterId = request.RouterId,
            Tag = CleanTag(request.Tag),
            Reason = request.Reason!.Trim(),
            Kicks = request.Kicks ?? KickPolicy.Now,
            Items = chosen.Value.Count,
            CreatedBy = actor.Actor.Name,
            CreatedById = actor.Actor.Id,
            CreatedAtUtc = clock.UtcNow(),
        });
        var saved = await context.TrySaveAsync(SubscriptionsErrors.IdTaken, cancellationToken);
        if (!saved.Succeeded)
        {
            return saved;
        }

        await context.InsertRowsAsync(chosen.Value.Select((item, index) => new BulkRunItem { RunId = runId, Place = index + 1, SubscriptionId = item.Id }).ToList(), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return Result.Success;
    }

    public async Task<Result<BulkRunRow>> GetAsync(Guid runId, CancellationToken cancellationToken)
    {
        if (Denied is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await RowsOf(context, context.Set<BulkRun>().Where(r => r.Id == runId)).FirstOrDefaultAsync(cancellationToken) is { } row ? row : SubscriptionsErrors.RunNotFound;
    }

    public async Task<Result<Page<BulkRunRow>>> ListAsync(PageRequest page, CancellationToken cancellationToken)
    {
        if (Denied is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var runs = context.Set<BulkRun>();
        var rows = await RowsOf(context, runs.OrderByDescending(r => r.CreatedAtUtc).ThenBy(r => r.Id).Skip(page.Skip).Take(page.Take)).ToListAsync(cancellationToken);
        return Page<BulkRunRow>.Of(rows, page, await runs.LongCountAsync(cancellationToken));
    }

    public async Task<Result<Page<BulkFailureRow>>> ListFailuresAsync(Guid runId, PageRequest page, CancellationToken cancellationToken)
    {
        if (Denied is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var failed = context.Set<BulkRunItem>().AsNoTracking().Where(i => i.RunId == runId && i.State == BulkItemState.Failed);
        var rows = await (
            from item in failed.OrderBy(i => i.Place).Skip(page.Skip).Take(page.Take)
            join subscription in context.Set<Subscription>() on item.SubscriptionId equals subscription.Id
            orderby item.Place
            select new BulkFailureRow(item.SubscriptionId, subscription.Number, subscription.Username, item.ErrorCode!)).ToListAsync(cancellationToken);
        return Page<BulkFailureRow>.Of(rows, page, await failed.LongCountAsync(cancellationToken));
    }

    public async Task<Result> StopAsync(Guid runId, CancellationToken cancellationToken)
    {
        if (Denied is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var run = await context.Set<BulkRun>().FirstOrDefaultAsync(r => r.Id == runId, cancellationToken);
        if (run is null)
        {
            return SubscriptionsErrors.RunNotFound;
        }

        if (run.State == BulkRunState.Running)
        {
            (run.State, run.EndedAtUtc) = (BulkRunState.Stopped, clock.UtcNow());
            // What was changed by then is told to routers now; nobody else ends the run.
            await BulkRunner.WakeLinesAsync(context, runId, clock.UtcNow(), cancellationToken);
        }

        return await context.TrySaveAsync(null, cancellationToken);
    }

    internal static string? CleanTag(string? tag) => string.IsNullOrWhiteSpace(tag) ? null : tag.Trim().ToLowerInvariant();

    private static string? ObstacleOf(Item item, BulkChangeRequest request, Target target) => request.Kind switch
    {
        BulkChangeKind.ChangePlan when item.Service != target.Plan!.Service => SubscriptionsErrors.OtherService.Code,
        BulkChangeKind.ChangePlan when item.PlanId == target.Plan!.Id && item.PriceId == target.Price!.Id && !item.HasAgreed => SubscriptionsErrors.SamePlan.Code,
        BulkChangeKind.ChangePlan when target.Routers.GetValueOrDefault(item.RouterId) is { Enabled: false } => SubscriptionsErrors.RouterDisabled.Code,
        BulkChangeKind.ChangePlan when IsTooFast(target.Plan!, target.Routers.GetValueOrDefault(item.RouterId)) => SubscriptionsErrors.AboveCapacity(0, 0).Code,
        BulkChangeKind.MoveRouter when item.RouterId == request.RouterId => SubscriptionsErrors.SameRouter.Code,
        BulkChangeKind.MoveRouter when IsTooFast(target.Plans[item.PlanId], target.Routers[request.RouterId!.Value]) => SubscriptionsErrors.AboveCapacity(0, 0).Code,
        _ => null,
    };

    private static bool IsTooFast(ServicePlan plan, Router? router) => router?.CapacityMegabits is { } capacity && Math.Max(plan.DownBitsPerSecond, plan.UpBitsPerSecond) > capacity * Mega;

    private static async Task<int> OnlineAsync(PortalDbContext context, List<Item> able, CancellationToken cancellationToken)
    {
        var online = 0;
        foreach (var ids in able.Select(item => item.AccessId).Chunk(IdsAtOnce).Select(c => c.ToList()))
        {
            online += await context.Set<SessionRecord>().CountAsync(s => s.EndedAtUtc == null && ids.Contains(s.AccessId), cancellationToken);
        }

        return online;
    }

    private static IQueryable<BulkRunRow> RowsOf(PortalDbContext context, IQueryable<BulkRun> runs) => runs.AsNoTracking().Select(r => new BulkRunRow(
        r.Id,
        r.Kind,
        context.Set<ServicePlan>().Where(p => p.Id == r.PlanId).Select(p => p.Name).FirstOrDefault() ?? context.Set<Router>().Where(x => x.Id == r.RouterId).Select(x => x.Name).FirstOrDefault() ?? r.Tag ?? "",
        r.State,
        r.Items,
        r.Done,
        r.Failed,
        r.Reason,
        r.CreatedBy,
        r.CreatedAtUtc,
        r.EndedAtUtc));

    private static Error? Refuse(BulkChangeRequest request, bool needsReason)
    {
        var missing = request.Kind switch
        {
            BulkChangeKind.ChangePlan when request.PlanId is null || request.PriceId is null => "planId",
            BulkChangeKind.MoveRouter when request.RouterId is null => "routerId",
            BulkChangeKind.AddTag or BulkChangeKind.RemoveTag when CleanTag(request.Tag) is null => "tag",
            _ => null,
        };
        if (missing is not null)
        {
            return CommonErrors.Invalid([new FieldError(missing, "common.required")]);
        }

        return CleanTag(request.Tag)?.Length > CustomerTags.MaxLength ? CommonErrors.Invalid([new FieldError("tag", "common.too_long", CustomerTags.MaxLength)])
            : PlainText.Refuse(request.Tag, "tag") is { } unreadable ? unreadable
            : needsReason ? SubscriptionWriting.RequireReason(request.Reason)
            : SubscriptionWriting.RefuseReason(request.Reason);
    }

    private async Task<Result<List<Item>>> ChooseAsync(PortalDbContext context, BulkChangeRequest request, CancellationToken cancellationToken)
    {
        var found = SubscriptionDirectory.Narrow(context, request.Filter, request.Search, await business.TodayAsync(cancellationToken)).Where(s => s.Status != SubscriptionStatus.Terminated);
        var count = await found.LongCountAsync(cancellationToken);
        if (count == 0 || count > IBulkChanges.MostItems)
        {
            return count == 0 ? SubscriptionsErrors.NothingSelected : SubscriptionsErrors.TooMany(count, IBulkChanges.MostItems);
        }

        return await found.OrderBy(s => s.Number)
            .Select(s => new Item(s.Id, s.Number, s.AccessId, s.Service, s.PlanId, s.PriceId, s.Price, s.AgreedPrice != null, s.RouterId)).ToListAsync(cancellationToken);
    }

    private async Task<Result<Target>> TargetAsync(PortalDbContext context, BulkChangeRequest request, CancellationToken cancellationToken)
    {
        var plans = await context.Set<ServicePlan>().AsNoTracking().ToDictionaryAsync(p => p.Id, cancellationToken);
        var routers = await context.Set<Router>().AsNoTracking().Where(r => r.RemovedAtUtc == null).ToDictionaryAsync(r => r.Id, cancellationToken);
        if (request.Kind == BulkChangeKind.MoveRouter)
        {
            return !routers.TryGetValue(request.RouterId!.Value, out var router) ? Core.Network.NetworkErrors.RouterNotFound
                : !router.Enabled ? SubscriptionsErrors.RouterDisabled
                : new Target(null, null, plans, routers);
        }

        if (request.Kind != BulkChangeKind.ChangePlan)
        {
            return new Target(null, null, plans, routers);
        }

        if (!plans.TryGetValue(request.PlanId!.Value, out var plan) || plan.RetiredAtUtc is not null)
        {
            return plan is null ? PlanErrors.PlanNotFound : SubscriptionsErrors.PlanRetired;
        }

        var today = await business.TodayAsync(cancellationToken);
        var price = await context.Set<PlanPrice>().AsNoTracking().Where(p => p.PlanId == plan.Id && p.ValidFromOn <= today).OrderByDescending(p => p.ValidFromOn).FirstOrDefaultAsync(cancellationToken);
        return price is null ? PlanErrors.NoPriceOn(today) : price.Id != request.PriceId ? PlanErrors.PriceChanged(price.Price) : new Target(plan, price, plans, routers);
    }

    private Error? Denied => actor.Deny(SubscriptionsPermissions.SubscriptionsBulk);

    private sealed record Item(Guid Id, string Number, Guid AccessId, Core.Network.Access.AccessService Service, Guid PlanId, Guid PriceId, Money Price, bool HasAgreed, Guid RouterId);

    private sealed record Target(ServicePlan? Plan, PlanPrice? Price, IReadOnlyDictionary<Guid, ServicePlan> Plans, IReadOnlyDictionary<Guid, Router> Routers);
}
