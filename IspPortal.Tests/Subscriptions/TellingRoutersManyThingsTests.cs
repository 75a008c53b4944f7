using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Provisioning;
using IspPortal.Core.Subscriptions.Delivery;
using IspPortal.Infrastructure.Persistence;
using IspPortal.Infrastructure.Subscriptions.Delivery;
using IspPortal.Tests.Network.Provisioning;
using IspPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Tests.Subscriptions;

/// <summary>The book-keeping of a mass change whose plan ends as the test wants.</summary>
public sealed class TellingRoutersManyThingsTests
{
    private const int Lines = 40;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task Many_lines_take_hardly_more_statements_than_one(string provider)
    {
        await using var scene = await SubscriptionScene.CreateAsync(provider);
        await SellAsync(scene);
        var log = new StatementLog(scene.Database);
        var plans = new PlannedEnds(scene, AccessPlanState.Applied);
        var deliverer = Deliverer(log.Factory, plans, scene);

        var one = await WishAsync(scene, 1);
        await deliverer.DeliverAsync(one, Token);
        var few = log.Count;
        log.Clear();
        var all = await WishAsync(scene, Lines);
        await deliverer.DeliverAsync(all, Token);
        Assert.InRange(log.Count, 1, few + 4);
        Assert.All(await ReadAsync(scene, all), d => Assert.Equal((LineDeliveryState.Settled, plans.Last, scene.Clock.NowUtc, null, null), (d.State, d.PlanId!.Value, d.SettledAtUtc!.Value, d.LeasedBy, d.NextTryAtUtc)));
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task A_newer_wish_is_not_settled_and_waits_for_nobody(string provider)
    {
        await using var scene = await SubscriptionScene.CreateAsync(provider);
        await SellAsync(scene);
        var batch = await WishAsync(scene, Lines);
        var newer = (await ReadAsync(scene, batch)).Take(3).Select(d => d.SubscriptionId).ToList();
        var plans = new PlannedEnds(scene, AccessPlanState.Applied)
        {
            OnCreate = async context => await context.Set<LineDelivery>().Where(d => newer.Contains(d.SubscriptionId)).ExecuteUpdateAsync(set => set.SetProperty(d => d.Revision, d => d.Revision + 1), Token),
        };
        await Deliverer(scene.Database.Factory, plans, scene).DeliverAsync(batch, Token);
        var after = (await ReadAsync(scene, batch)).ToLookup(d => newer.Contains(d.SubscriptionId));
        Assert.All(after[true], d => Assert.Equal((LineDeliveryState.Pending, null, null, null), (d.State, d.LeasedBy, d.LeasedUntilUtc, d.SettledAtUtc)));
        Assert.Equal((3, Lines - 3), (after[true].Count(), after[false].Count(d => d.State == LineDeliveryState.Settled)));

        plans.OnCreate = null;
        await Deliverer(scene.Database.Factory, plans, scene).DeliverAsync(batch, Token);
        Assert.All(await ReadAsync(scene, batch), d => Assert.Equal(LineDeliveryState.Settled, d.State));
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task Each_line_of_a_plan_gets_its_own_outcome(string provider)
    {
        await using var scene = await SubscriptionScene.CreateAsync(provider);
        await SellAsync(scene);
        var batch = await WishAsync(scene, Lines);
        var accesses = (await ReadAsync(scene, batch)).Select(d => d.AccessId).ToList();
        await using (var context = scene.Database.Open())
        {
            // One of them has been tried as often as is sensible.
            await context.Set<LineDelivery>().Where(d => d.AccessId == accesses[1]).ExecuteUpdateAsync(set => set.SetProperty(d => d.Attempts, 5), Token);
        }

        var plans = new PlannedEnds(scene, AccessPlanState.Failed)
        {
            Steps = (plan, number) => number < 4 ? StepOf(plan, number, accesses[number], number == 3 ? "router.unreachable" : "router.trap") : null,
            Findings = plan => [new() { PlanId = plan, RouterId = ProvisioningRig.RouterId(0), Number = 1, Kind = PlanFindingKind.Foreign, Menu = "/ppp/secret", Key = "a", AccessId = accesses[4], Detail = "milik orang lain" }],
        };
        await Deliverer(scene.Database.Factory, plans, scene).DeliverAsync(batch, Token);
        var lines = (await ReadAsync(scene, batch)).ToDictionary(d => d.AccessId);
        Assert.Equal((LineDeliveryState.Pending, "router.trap", 1, scene.Clock.NowUtc.AddSeconds(15)), OutcomeOf(accesses[0]));
        Assert.Equal((LineDeliveryState.Failed, "router.trap", 6, null), OutcomeOf(accesses[1]));
        Assert.Equal((LineDeliveryState.Pending, "router.trap", 1, scene.Clock.NowUtc.AddSeconds(15)), OutcomeOf(accesses[2]));
        Assert.Equal((LineDeliveryState.Pending, "router.unreachable", 1, scene.Clock.NowUtc.AddSeconds(15)), OutcomeOf(accesses[3]));
        Assert.Equal((LineDeliveryState.Failed, "subscriptions.finding_foreign", 1, null), OutcomeOf(accesses[4]));
        Assert.Equal("milik orang lain", lines[accesses[4]].ErrorDetail);
        Assert.All(accesses.Skip(5), id => Assert.Equal((LineDeliveryState.Settled, null, 0, null), OutcomeOf(id)));

        (LineDeliveryState, string?, int, DateTime?) OutcomeOf(Guid access) => (lines[access].State, lines[access].ErrorCode, lines[access].Attempts, lines[access].NextTryAtUtc);
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task Lines_of_a_router_that_is_back_wait_for_the_night_without_its_old_error(string provider)
    {
        await using var scene = await SubscriptionScene.CreateAsync(provider);
        await SellAsync(scene);
        var plans = new PlannedEnds(scene, AccessPlanState.Applying);
        var deliverer = Deliverer(scene.Database.Factory, plans, scene);
        var batch = await WishAsync(scene, Lines);
        await deliverer.DeliverAsync(batch, Token);
        var night = plans.Last;

        await NoteOnPartAsync("router.unreachable");
        await deliverer.RunAsync(Token);
        Assert.All(await ReadAsync(scene, batch), d => Assert.Equal((LineDeliveryState.Applying, "router.unreachable"), (d.State, d.ErrorCode)));

        // Back: only the sessions are still to be ended. What others want meanwhile is brought.
        await NoteOnPartAsync(null);
        var meanwhile = await WishAsync(scene, 3);
        Assert.Equal((0, 3, 0), await deliverer.RunAsync(Token));
        Assert.All(await ReadAsync(scene, batch), d => Assert.Equal((LineDeliveryState.Applying, null, null), (d.State, d.ErrorCode, d.ErrorDetail)));
        Assert.All(await ReadAsync(scene, meanwhile), d => Assert.Equal((LineDeliveryState.Applying, plans.Last), (d.State, d.PlanId!.Value)));

        await using (var context = scene.Database.Open())
        {
            await context.Set<AccessPlanRecord>().Where(p => p.Id == night).ExecuteUpdateAsync(set => set.SetProperty(p => p.State, AccessPlanState.Applied), Token);
        }

        Assert.Equal((Lines - 3, 0, 0), await deliverer.RunAsync(Token));

        async Task NoteOnPartAsync(string? code)
        {
            await using var context = scene.Database.Open();
            await context.Set<AccessPlanRouter>().Where(p => p.PlanId == night).ExecuteUpdateAsync(set => set.SetProperty(p => p.ErrorCode, code).SetProperty(p => p.ErrorDetail, code == null ? null : "timeout"), Token);
        }
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task A_plan_of_two_routers_tells_each_line_what_its_own_router_says(string provider)
    {
        await using var scene = await SubscriptionScene.CreateAsync(provider);
        await SellAsync(scene);
        var plans = new PlannedEnds(scene, AccessPlanState.Applying);
        var batch = await WishAsync(scene, Lines);
        await Deliverer(scene.Database.Factory, plans, scene).DeliverAsync(batch, Token);
        var elsewhere = (await ReadAsync(scene, batch)).Take(3).Select(d => d.AccessId).ToList();
        await using (var context = scene.Database.Open())
        {
            // Three of them were moved: the router that they leave is well.
            await context.Set<AccessPlacement>().Where(p => elsewhere.Contains(p.AccessId)).ExecuteUpdateAsync(set => set.SetProperty(p => p.Role, PlacementRole.Former), Token);
            context.AddRange(elsewhere.Select(id => new AccessPlacement { AccessId = id, RouterId = ProvisioningRig.RouterId(1), Role = PlacementRole.Primary }));
            context.Add(new AccessPlanRouter { PlanId = plans.Last, RouterId = ProvisioningRig.RouterId(1), ErrorCode = "router.unreachable", ErrorDetail = "timeout" });
            await context.SaveChangesAsync(Token);
        }

        await Deliverer(scene.Database.Factory, plans, scene).RunAsync(Token);
        Assert.All(await ReadAsync(scene, batch), d => Assert.Equal(elsewhere.Contains(d.AccessId) ? ("router.unreachable", "timeout") : (null, null), (d.ErrorCode, d.ErrorDetail)));

        // Both away: each says its own.
        await using (var context = scene.Database.Open())
        {
            await context.Set<AccessPlanRouter>().Where(p => p.PlanId == plans.Last && p.RouterId == ProvisioningRig.RouterId(0))
                .ExecuteUpdateAsync(set => set.SetProperty(p => p.ErrorCode, "router.login_refused"), Token);
        }

        await Deliverer(scene.Database.Factory, plans, scene).RunAsync(Token);
        Assert.All(await ReadAsync(scene, batch), d => Assert.Equal(elsewhere.Contains(d.AccessId) ? "router.unreachable" : "router.login_refused", d.ErrorCode));
    }

    [Fact]
    public async Task Lines_that_wait_for_the_night_do_not_hide_those_that_are_through()
    {
        await using var scene = await SubscriptionScene.CreateAsync();
        await SellAsync(scene);
        await Deliverer(scene.Database.Factory, new PlannedEnds(scene, AccessPlanState.Applying), scene).DeliverAsync(await WishAsync(scene, Lines), Token);
        var newer = await WishAsync(scene, 5);
        await using (var context = scene.Database.Open())
        {
            await context.Set<LineDelivery>().Where(d => d.BatchId == newer).ExecuteUpdateAsync(set => set.SetProperty(d => d.WantedAtUtc, scene.Clock.NowUtc.AddMinutes(1)), Token);
        }

        var few = new LineDeliverer(
            scene.Database.Factory, new PlannedEnds(scene, AccessPlanState.Applied), new SettingsOf<ProvisioningSettings>(() => new()), scene.Clock) { MostAtOnce = 10 };
        await few.RunAsync(Token);
        Assert.Equal((5, 0, 0), await few.RunAsync(Token));
    }

    [Fact]
    public async Task One_plan_that_cannot_be_made_or_followed_stops_no_other()
    {
        await using var scene = await SubscriptionScene.CreateAsync();
        await SellAsync(scene);
        await WishAsync(scene, Lines);
        await WishAsync(scene, 10);
        var first = true;
        var plans = new PlannedEnds(scene, AccessPlanState.Applied)
        {
            OnCreate = _ =>
            {
                (var throws, first) = (first, false);
                return throws ? throw new InvalidOperationException("Planted.") : Task.CompletedTask;
            },
        };
        var deliverer = Deliverer(scene.Database.Factory, plans, scene);
        var (_, sent, failed) = await deliverer.RunAsync(Token);
        Assert.Equal((10, Lines - 10), (Math.Min(sent, failed), Math.Max(sent, failed)));
        Assert.Equal((sent, 0, 0), await deliverer.RunAsync(Token));

        // The other comes again once nobody holds it any more.
        scene.Clock.Advance(TimeSpan.FromMinutes(6));
        Assert.Equal((0, failed, 0), await deliverer.RunAsync(Token));
    }

    private static AccessPlanStepRecord StepOf(Guid plan, int number, Guid access, string code) => new()
    {
        PlanId = plan,
        RouterId = ProvisioningRig.RouterId(0),
        Number = number + 1,
        Menu = "/ppp/secret",
        Key = $"k{number}",
        Reason = "r",
        AccessId = access,
        State = PlanStepState.Failed,
        OutcomeCode = code,
        Answer = "failure: x",
    };

    private static LineDeliverer Deliverer(IDbContextFactory<PortalDbContext> contexts, IAccessPlans plans, SubscriptionScene scene) =>
        new(contexts, plans, new SettingsOf<ProvisioningSettings>(() => new()), scene.Clock);

    private static async Task SellAsync(SubscriptionScene scene)
    {
        var (_, account) = await scene.CustomerAsync();
        var plan = await scene.PlanAsync();
        for (var i = 0; i < Lines; i++)
        {
            await scene.SellAsync(scene.Wish(account, plan) with { ActivateNow = true });
        }
    }

    private static async Task<Guid> WishAsync(SubscriptionScene scene, int lines)
    {
        var batch = Ids.New(scene.Clock);
        await using var context = scene.Database.Open();
        var chosen = await context.Set<LineDelivery>().OrderBy(d => d.SubscriptionId).Take(lines).Select(d => d.SubscriptionId).ToListAsync(Token);
        await context.Set<LineDelivery>().Where(d => chosen.Contains(d.SubscriptionId)).ExecuteUpdateAsync(
            set => set.SetProperty(d => d.State, LineDeliveryState.Pending).SetProperty(d => d.BatchId, batch).SetProperty(d => d.NextTryAtUtc, scene.Clock.NowUtc), Token);
        return batch;
    }

    private static async Task<List<LineDelivery>> ReadAsync(SubscriptionScene scene, Guid batch)
    {
        await using var context = scene.Database.Open();
        return await context.Set<LineDelivery>().AsNoTracking().Where(d => d.BatchId == batch).OrderBy(d => d.SubscriptionId).ToListAsync(Token);
    }

    /// <summary>Plans that are over as soon as they are made.</summary>
    private sealed class PlannedEnds(SubscriptionScene scene, AccessPlanState state) : IAccessPlans
    {
        public Func<PortalDbContext, Task>? OnCreate { get; set; }

        public Func<Guid, int, AccessPlanStepRecord?> Steps { get; init; } = (_, _) => null;

        public Func<Guid, IEnumerable<AccessPlanFindingRecord>> Findings { get; init; } = _ => [];

        public Guid Last { get; private set; }

        public async Task<Result<Guid>> CreateAsync(CreateAccessPlanRequest request, CancellationToken cancellationToken)
        {
            await using var context = scene.Database.Open();
            Last = Ids.New(scene.Clock);
            context.Add(new AccessPlanRecord { Id = Last, Origin = "accesses", State = state, CreatedBy = "test", CreatedAtUtc = scene.Clock.NowUtc });
            context.Add(new AccessPlanRouter { PlanId = Last, RouterId = ProvisioningRig.RouterId(0) });
            context.AddRange(Enumerable.Range(0, Lines).Select(number => Steps(Last, number)).OfType<AccessPlanStepRecord>());
            context.AddRange(Findings(Last));
            await context.SaveChangesAsync(cancellationToken);
            await (OnCreate?.Invoke(context) ?? Task.CompletedTask);
            return Last;
        }

        public Task<Result<AccessPlanDetails>> GetAsync(Guid planId, CancellationToken cancellationToken) => Task.FromResult<Result<AccessPlanDetails>>(
            new AccessPlanDetails(new AccessPlanRow(planId, "accesses", null, AccessPlanState.Draft, "test", scene.Clock.NowUtc, null, 1, Lines, 0, 0, 0, 1), KickPolicy.Now, 20, null, []));

        public Task<Result> ApplyAsync(Guid planId, long version, CancellationToken cancellationToken) => Task.FromResult(Result.Success);

        public Task<Result<Page<AccessPlanRow>>> ListAsync(AccessPlanFilter filter, PageRequest page, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<Result<Page<PlanStepRow>>> ListStepsAsync(Guid planId, PlanStepFilter filter, PageRequest page, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<Result<Page<PlanFinding>>> ListFindingsAsync(Guid planId, Guid? routerId, PageRequest page, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<Result> StopAsync(Guid planId, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<Result> ResumeAsync(Guid planId, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<Result> DiscardAsync(Guid planId, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<Result<Guid>> UndoAsync(Guid planId, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
