using IspPortal.Core.Network.Drift;
using IspPortal.Core.Network.Events;
using IspPortal.Core.Network.Provisioning;
using IspPortal.Infrastructure.Network.Events;
using IspPortal.Infrastructure.Persistence;
using IspPortal.Tests.Network.Imports;
using IspPortal.Tests.Network.Provisioning;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Tests.Network.Drift;

/// <summary>The router's log tells who made a difference, over real TCP.</summary>
public sealed class SomeoneEditsInWinboxTests
{
    private static readonly Guid Router = ProvisioningRig.RouterId(0);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("6.49", "Sqlite", null)]
    [InlineData("7.12", "Postgres", null)]
    [InlineData("7.24", "Sqlite", "10.0.0.9")]
    [InlineData("7.24", "Postgres", "10.0.0.9")]
    public async Task Changed_removed_and_new_accounts_have_their_author(string version, string provider, string? from)
    {
        await using var rig = await ProvisioningRig.StartAsync([version], sessions: 30, provider: provider);
        var names = await WatchedAsync(rig);
        await rig.EditAsync("admin", "/ppp/secret/set", (".id", names[3]), ("profile", "BISNIS-100"));
        await rig.EditAsync("admin", "/ppp/secret/remove", (".id", names[4]));
        await rig.EditAsync("portal", "/ppp/secret/add", ("name", "teman"), ("password", "rahasia-teman"), ("profile", "HOME-20"));
        await rig.Reconciler.CompareAsync(Router, Token);

        var rows = await RowsAsync(rig);
        Assert.All([rows[names[3]], rows[names[4]]], row => Assert.Equal(("admin", from, false), (row.ChangedBy, row.ChangedFrom, row.ChangedByIsGuess)));
        Assert.Equal((DriftKind.Changed, DriftKind.Missing, DriftKind.Unowned), (rows[names[3]].Kind, rows[names[4]].Kind, rows["teman"].Kind));
        Assert.True((TimeProvider.System.GetUtcNow().UtcDateTime - rows[names[3]].ChangedAtUtc!.Value).Duration() < TimeSpan.FromSeconds(30));

        // By Winbox under the portal's own name: told where the log tells by what.
        Assert.Equal(from is null ? null : "portal", rows["teman"].ChangedBy);
        Assert.Equal(2, (await rig.Drift.ListAsync(new DriftFilter(ChangedBy: "admin"), new(1, 100), Token)).Value.TotalCount);
        Assert.Equal(2, (await rig.Drift.ListAsync(new DriftFilter(), new(1, 100, Search: "ADMI"), Token)).Value.TotalCount);
        var byTime = (await rig.Drift.ListAsync(new DriftFilter(), new(1, 100, Sort: "changed", Descending: true), Token)).Value.Items;
        Assert.NotNull(byTime[0].ChangedAtUtc);

        // The event belongs to the line, and its words hold no password.
        await using var context = rig.Database.Open();
        var events = await context.Set<RouterEvent>().AsNoTracking().Where(e => e.Kind == RouterEventKind.ConfigurationChanged).ToListAsync(Token);
        var changed = Assert.Single(events, e => e.Item == names[3]);
        Assert.Equal((RouterMenus.PppSecret, true), (changed.Menu, changed.AccessId == rows[names[3]].AccessId && changed.AccessId is not null));
        Assert.DoesNotContain(events, e => e.Details.Contains("rahasia", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Where_the_log_names_no_item_the_only_one_at_work_is_guessed()
    {
        await using var rig = await ProvisioningRig.StartAsync(["6.49"], sessions: 30);
        var names = await WatchedAsync(rig);
        Write(rig, "item changed by admin");
        rig.Change(RouterMenus.PppSecret, names[3], "profile", "BISNIS-100");
        await rig.Reconciler.CompareAsync(Router, Token);
        var row = (await RowsAsync(rig))[names[3]];
        Assert.Equal(("admin", true), (row.ChangedBy, row.ChangedByIsGuess));

        // Changed again, by one of two: the old guess does not stay.
        Write(rig, "item changed by ejau");
        rig.Change(RouterMenus.PppSecret, names[3], "profile", "HOME-50");
        await rig.Reconciler.CompareAsync(Router, Token);
        row = (await RowsAsync(rig))[names[3]];
        Assert.Equal(("HOME-50", null, null), (row.OnRouter["profile"], row.ChangedBy, row.ChangedAtUtc));
    }

    [Fact]
    public async Task Nobody_is_named_whose_change_the_portal_has_written_over()
    {
        await using var rig = await ProvisioningRig.StartAsync(["7.24"], sessions: 30);
        var names = await WatchedAsync(rig);
        await rig.EditAsync("admin", "/ppp/secret/set", (".id", names[3]), ("profile", "BISNIS-100"));
        await rig.Reconciler.CompareAsync(Router, Token);
        var plan = await rig.Drift.ApplyAsync(new DriftFilter(ChangedBy: "admin"), "winbox", Token);
        await rig.ApplyPlanAsync(plan.Value.PlanId);

        // The log's seconds: what is written within them cannot be told apart.
        await using (var context = rig.Database.Open())
        {
            await context.Set<RouterEvent>().ExecuteUpdateAsync(set => set.SetProperty(e => e.AtUtc, e => e.AtUtc.AddMinutes(-1)), Token);
        }

        rig.Change(RouterMenus.PppSecret, names[3], "profile", "HOME-50");
        await rig.Reconciler.CompareAsync(Router, Token);
        Assert.Null((await RowsAsync(rig))[names[3]].ChangedBy);
    }

    [Theory]
    [InlineData("6.49")]
    [InlineData("7.24")]
    public async Task What_the_portal_writes_is_no_event(string version)
    {
        await using var rig = await ProvisioningRig.StartAsync([version], sessions: 10);
        await rig.ApplyAsync(await rig.AddLineAsync("budi"));
        var harvest = new RouterLogHarvest(rig.Database.Source, rig.Clients, new NothingLive(), TimeProvider.System);
        await harvest.ReadAsync(Router, Token);
        await using var context = rig.Database.Open();
        Assert.False(await context.Set<RouterEvent>().AnyAsync(e => e.Kind == RouterEventKind.ConfigurationChanged, Token));
        await rig.EditAsync("admin", "/ppp/secret/set", (".id", "budi"), ("comment", "x"));
        await harvest.ReadAsync(Router, Token);
        Assert.Equal("admin", (await context.Set<RouterEvent>().SingleAsync(e => e.Kind == RouterEventKind.ConfigurationChanged, Token)).Subject);
    }

    private static async Task<IReadOnlyList<string>> WatchedAsync(ProvisioningRig rig)
    {
        var names = TakingOverARouterTests.Names(rig);
        await TakingOverARouterTests.ImportAsync(rig, names);
        Assert.Null((await rig.Reconciler.CompareAsync(Router, Token)).Error);
        Assert.Null((await rig.Observe.LeaveAsync(Router, "trusted", Token)).Error);
        return names;
    }

    private static async Task<Dictionary<string, DriftRow>> RowsAsync(ProvisioningRig rig) =>
        (await rig.Drift.ListAsync(new DriftFilter(), new(1, 100), Token)).Value.Items.Where(r => r.Menu == RouterMenus.PppSecret).ToDictionary(r => r.Key);

    private static void Write(ProvisioningRig rig, string message)
    {
        lock (rig.Lab.Router.World.Gate)
        {
            rig.Lab.Router.World.Log.Write("system,info", message);
        }
    }
}
