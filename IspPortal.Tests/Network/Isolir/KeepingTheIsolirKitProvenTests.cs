using IspPortal.Core.Alerts;
using IspPortal.Core.Common.Events;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Isolir;
using IspPortal.Core.Network.Provisioning;
using IspPortal.Core.Network.Routers;
using IspPortal.Infrastructure.Alerts.Incidents;
using IspPortal.Infrastructure.Alerts.Rules;
using IspPortal.Infrastructure.Live;
using IspPortal.Infrastructure.Network.Isolir;
using IspPortal.Tests.Network.Provisioning;
using IspPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace IspPortal.Tests.Network.Isolir;

/// <summary>A kit that once worked: checked each night, an alert when it does not any more, and nobody isolated meanwhile.</summary>
public sealed class KeepingTheIsolirKitProvenTests
{
    private static readonly Guid RouterId = ProvisioningRig.RouterId(0);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("Postgres")]
    public async Task A_plan_made_before_the_check_turned_red_isolates_nobody_and_does_the_rest(string provider)
    {
        await using var rig = await ProvisioningRig.StartAsync(["7.18"], sessions: 5, provider: provider);
        var kit = await InstalledAsync(rig);
        var debtor = await rig.AddLineAsync("debtor");
        var faster = await rig.AddLineAsync("faster");
        await rig.ApplyAsync(debtor, faster);
        await rig.Editor.ChangeHoldsAsync(debtor, AccessHolds.Dunning, AccessHolds.None, "overdue", Token);
        await rig.Editor.ChangeHoldsAsync(faster, AccessHolds.Manual, AccessHolds.None, "asked", Token);
        var plan = await rig.PlanAsync(debtor, faster);

        InstallingTheIsolirKitTests.Harm(rig);
        Assert.False((await kit.CheckAsync(RouterId, Token)).Value.IsProven);
        var applied = await rig.ApplyPlanAsync(plan);

        Assert.Equal(AccessPlanState.Failed, applied.Row.State);
        // The secret, and the session if the modem had dialled by then.
        var failed = (await rig.Plans.ListStepsAsync(plan, new PlanStepFilter(State: PlanStepState.Failed), new(1, 50), Token)).Value.Items;
        Assert.Contains(failed, step => step.Verb == PlanVerb.Set);
        Assert.All(failed, step => Assert.Equal(("debtor", "provisioning.isolir_not_ready"), (step.Key, step.OutcomeCode)));
        Assert.Equal(("HOME-20", "true"), (rig.Find(RouterMenus.PppSecret, "debtor")!["profile"], rig.Find(RouterMenus.PppSecret, "faster")!["disabled"]));

        // A plan made now says so itself.
        var again = await rig.Plans.CreateAsync(new CreateAccessPlanRequest([debtor], null), Token);
        Assert.True(again.Error?.Code == "provisioning.nothing_to_do"
            || (await rig.Plans.ListFindingsAsync(again.Value, null, new(1, 50), Token)).Value.Items.Any(f => f.Kind == PlanFindingKind.IsolirNotReady));
    }

    [Fact]
    public async Task Taking_back_a_restore_isolates_nobody_on_a_red_router()
    {
        await using var rig = await ProvisioningRig.StartAsync(["7.24"], sessions: 5);
        var kit = await InstalledAsync(rig);
        var debtor = await rig.AddLineAsync("debtor");
        await rig.Editor.ChangeHoldsAsync(debtor, AccessHolds.Dunning, AccessHolds.None, "overdue", Token);
        await rig.ApplyAsync(debtor);
        Assert.Equal("isolir", rig.Find(RouterMenus.PppSecret, "debtor")!["profile"]);
        await rig.Editor.ChangeHoldsAsync(debtor, AccessHolds.None, AccessHolds.Dunning, "paid", Token);
        var restored = await rig.ApplyAsync(debtor);

        InstallingTheIsolirKitTests.Harm(rig);
        await kit.CheckAsync(RouterId, Token);
        await rig.ApplyPlanAsync((await rig.Plans.UndoAsync(restored.Row.Id, Token)).Value);

        Assert.Equal("HOME-20", rig.Find(RouterMenus.PppSecret, "debtor")!["profile"]);
    }

    [Fact]
    public async Task Each_night_every_kit_is_checked_once_within_three_hours_of_its_hour()
    {
        await using var rig = await ProvisioningRig.StartAsync(["7.18", "7.18"], sessions: 5);
        await InstalledAsync(rig);
        var hour = TimeProvider.System.GetUtcNow().UtcDateTime.Date.AddDays(2).AddHours(20);
        async Task<IsolirRound> RoundAsync(double hours) =>
            (await InstallingTheIsolirKitTests.KitOf(rig, clock: new ManualClock(new DateTimeOffset(hour.AddHours(hours), TimeSpan.Zero))).CheckDueAsync(all: false, Token)).Value;

        Assert.Equal(new IsolirRound(0, 0, 0), await RoundAsync(-0.1));
        Assert.Equal(new IsolirRound(0, 0, 0), await RoundAsync(3.1));
        Assert.Equal(new IsolirRound(1, 0, 0), await RoundAsync(0.5));
        await using (var context = rig.Database.Open())
        {
            await context.Set<IsolirCheckRecord>().ExecuteUpdateAsync(set => set.SetProperty(c => c.CheckedAtUtc, hour.AddHours(0.5)), Token);
        }

        Assert.Equal(new IsolirRound(0, 0, 0), await RoundAsync(0.75));
        InstallingTheIsolirKitTests.Harm(rig);
        Assert.Equal(new IsolirRound(0, 1, 0), await RoundAsync(24));
        Assert.Equal(new IsolirRound(0, 1, 0), (await InstallingTheIsolirKitTests.KitOf(rig).CheckDueAsync(all: true, Token)).Value);
        await rig.Lab.Network.DisposeAsync();
        Assert.Equal(new IsolirRound(0, 0, 1), await RoundAsync(48));

        // Watched only, or switched off.
        await rig.Observe.EnterAsync(RouterId, "holiday", Token);
        var off = new IsolirSettings { LandingAddress = "10.255.255.10", Nightly = false };
        Assert.Equal(new IsolirRound(0, 0, 0), (await InstallingTheIsolirKitTests.KitOf(rig, off, clock: new ManualClock(new DateTimeOffset(hour.AddHours(48), TimeSpan.Zero))).CheckDueAsync(all: false, Token)).Value);
    }

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("Postgres")]
    public async Task A_check_that_turns_red_is_one_incident_until_it_is_green_again(string provider)
    {
        await using var rig = await ProvisioningRig.StartAsync(["7.18"], sessions: 5, provider: provider);
        var board = new AlertBoard(rig.Database.Source, new LiveFeed(NullLogger<LiveFeed>.Instance));
        var rules = new RuleBook(rig.Database.Source, [], TimeProvider.System);
        var watch = new IsolirWatch(rig.Database.Source, new AlertIncidents(rig.Database.Source, board, rules, new SettingsOf<AlertSettings>(() => new()), [], TimeProvider.System), rules);
        async Task<List<AlertIncident>> AfterCheckAsync(IsolirKit kit)
        {
            Assert.Null((await kit.CheckAsync(RouterId, Token)).Error);
            await watch.HandleAsync(new IsolirKitChecked(RouterId), Token);
            await watch.HandleAsync(new IsolirKitChecked(RouterId), Token);
            await using var context = rig.Database.Open();
            return await context.Set<AlertIncident>().AsNoTracking().OrderBy(a => a.OpenedAtUtc).ToListAsync(Token);
        }

        // Not installed yet: red, and nothing that worked is broken.
        var kit = InstallingTheIsolirKitTests.KitOf(rig);
        Assert.Empty(await AfterCheckAsync(kit));
        kit = await InstalledAsync(rig);
        Assert.Empty(await AfterCheckAsync(kit));

        InstallingTheIsolirKitTests.Harm(rig);
        var open = Assert.Single(await AfterCheckAsync(kit));
        Assert.Equal(
            (AlertKind.IsolirKitRed, AlertSeverity.Warning, AlertStatus.Open, RouterId, rig.Lab.Router.Name, "isolir.parts_wrong"),
            (open.Kind, open.Severity, open.Status, open.SubjectId, open.SubjectName, open.ErrorCode));

        await rig.ApplyPlanAsync((await kit.PlanInstallAsync(RouterId, Token)).Value);
        var over = Assert.Single(await AfterCheckAsync(kit));
        Assert.Equal((AlertStatus.Resolved, null, null), (over.Status, over.ResolvedBy, over.OpenKey));

        await using var stored = rig.Database.Open();
        Assert.Equal(5, await stored.Set<OutboxEvent>().CountAsync(e => e.Name == IsolirKitChecked.EventName && e.AggregateId == RouterId, Token));
        Assert.Equal(0, await stored.Set<Router>().CountAsync(r => r.Id == RouterId && r.IsolirProvenAtUtc == null, Token));
    }

    private static async Task<IsolirKit> InstalledAsync(ProvisioningRig rig)
    {
        var kit = InstallingTheIsolirKitTests.KitOf(rig);
        await rig.ApplyPlanAsync((await kit.PlanInstallAsync(RouterId, Token)).Value);
        Assert.Null((await kit.CheckAsync(RouterId, Token)).Value.ErrorCode);
        return kit;
    }
}
