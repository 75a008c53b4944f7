using System.Diagnostics;
using System.Text;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Imports;
using IspPortal.Core.Network.Provisioning;
using IspPortal.Core.Network.Routers;
using IspPortal.Tests.Network.Provisioning;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Tests.Network.Imports;

/// <summary>A router full of accounts becomes the portal's, over real TCP and a real database.</summary>
public sealed class TakingOverARouterTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("6.49", "Sqlite")]
    [InlineData("7.24", "Sqlite")]
    [InlineData("7.18", "Postgres")]
    public async Task What_is_chosen_becomes_the_portals_and_nothing_changes_on_the_router(string version, string provider)
    {
        await using var rig = await ProvisioningRig.StartAsync([version], sessions: 40, provider: provider);
        var before = Snapshot(rig);
        var names = Names(rig);
        rig.Change(RouterMenus.PppSecret, names[0], "disabled", "true");
        var changed = Snapshot(rig);

        var begun = await rig.Imports.BeginAsync(ProvisioningRig.RouterId(0), Customers(names), Token);
        Assert.Null(begun.Error);
        var details = (await rig.Imports.GetAsync(begun.Value, Token)).Value;
        Assert.Equal((names.Count, 1, ImportState.Draft), (details.ChosenLines, details.Row.CustomersWithoutLine, details.Row.State));
        Assert.True(details.ChosenProfiles > 0);
        Assert.Equal(1, details.HeldLines);
        await using (var context = rig.Database.Open())
        {
            Assert.Equal(0, await context.Set<DesiredAccessRecord>().CountAsync(Token));
            Assert.Null((await context.Set<Router>().SingleAsync(Token)).ObservesSinceUtc);
        }

        var taken = await rig.Imports.TakeAsync(begun.Value, details.Row.Version, Token);
        Assert.Null(taken.Error);
        Assert.Equal(names.Count, taken.Value);
        Assert.Equal(changed, Snapshot(rig));
        Assert.NotEqual(before, changed);
        await using (var context = rig.Database.Open())
        {
            var lines = await context.Set<DesiredAccessRecord>().AsNoTracking().ToListAsync(Token);
            Assert.Equal(names.Count, lines.Count);
            Assert.Equal(AccessState.Disabled, lines.Single(l => l.Username == names[0]).State);
            Assert.NotNull((await context.Set<Router>().SingleAsync(Token)).ObservesSinceUtc);
            Assert.All(await context.Set<AccessPlacement>().AsNoTracking().ToListAsync(Token), p => Assert.True(p.MayAdopt && p.AppliedState is not null));
            Assert.Equal(0, await context.Set<ImportDraft>().CountAsync(d => d.Password != null, Token));
        }

        var again = await rig.Imports.BeginAsync(ProvisioningRig.RouterId(0), Customers(names), Token);
        var second = (await rig.Imports.GetAsync(again.Value, Token)).Value;
        Assert.Equal((0, names.Count), (second.ChosenLines, second.Verdicts[ImportVerdict.Owned]));
        Assert.Equal("imports.wrong_state", (await rig.Imports.TakeAsync(begun.Value, details.Row.Version, Token)).Error!.Code);
    }

    [Fact]
    public async Task After_an_import_a_plan_only_marks_what_is_there()
    {
        await using var rig = await ProvisioningRig.StartAsync(["7.18"], sessions: 60);
        await ImportAsync(rig, Names(rig));
        var planned = await rig.Plans.CreateAsync(new CreateAccessPlanRequest(null, [ProvisioningRig.RouterId(0)]), Token);
        Assert.Null(planned.Error);
        var steps = (await rig.Plans.ListStepsAsync(planned.Value, new(), new(1, 100), Token)).Value;
        Assert.NotEmpty(steps.Items);
        Assert.All(steps.Items, s => Assert.Equal(("access.adopt", "comment"), (s.Reason, string.Join(',', s.After.Keys))));
        await rig.BeginAsync(planned.Value);
        Assert.Equal(AccessPlanState.Observed, (await rig.EndOfAsync(planned.Value)).Row.State);
        Assert.Equal(0, rig.Owned(RouterMenus.PppSecret));
    }

    [Fact]
    public async Task Two_thousand_lines_are_taken_in_seconds()
    {
        await using var rig = await ProvisioningRig.StartAsync(["7.18"], sessions: 2000);
        var begun = await rig.Imports.BeginAsync(ProvisioningRig.RouterId(0), null, Token);
        Assert.Null(begun.Error);
        await rig.Imports.ChooseAsync(begun.Value, new ImportDraftFilter(ImportVerdict.Unmatched), true, Token);
        var details = (await rig.Imports.GetAsync(begun.Value, Token)).Value;
        var watch = Stopwatch.StartNew();
        var taken = await rig.Imports.TakeAsync(begun.Value, details.Row.Version, Token);
        Assert.True(taken.Value > 1900, $"{taken.Value} taken");
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(60), $"{watch.Elapsed}");
    }

    [Fact]
    public async Task A_router_that_does_not_answer_gives_no_import()
    {
        await using var rig = await ProvisioningRig.StartAsync(["7.18"]);
        await rig.Lab.Network.DisposeAsync();
        var begun = await rig.Imports.BeginAsync(ProvisioningRig.RouterId(0), null, Token);
        Assert.NotNull(begun.Error);
        Assert.Equal(0, (await rig.Imports.ListAsync(new(), Token)).Value.TotalCount);
    }

    internal static async Task ImportAsync(ProvisioningRig rig, IReadOnlyList<string> names)
    {
        var begun = await rig.Imports.BeginAsync(ProvisioningRig.RouterId(0), Customers(names), Token);
        Assert.Null(begun.Error);
        var taken = await rig.Imports.TakeAsync(begun.Value, (await rig.Imports.GetAsync(begun.Value, Token)).Value.Row.Version, Token);
        Assert.Null(taken.Error);
        Assert.Equal(names.Count, taken.Value);
    }

    /// <summary>The accounts with plain names; the sample has odd ones too.</summary>
    internal static List<string> Names(ProvisioningRig rig)
    {
        var world = rig.Lab.Router.World;
        lock (world.Gate)
        {
            var table = world.Menu(RouterMenus.PppSecret);
            return [.. table.Items.Select(i => table.Get(i, "name")!).Where(n => n.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '@'))];
        }
    }

    private static ImportFile Customers(IReadOnlyList<string> names)
    {
        var text = new StringBuilder("nomor;nama;username\n");
        foreach (var (index, name) in names.Append("tidak-ada").Index())
        {
            text.Append('C').Append(index).Append(";Pelanggan ").Append(index).Append(';').Append('"').Append(name.Replace("\"", "\"\"", StringComparison.Ordinal)).Append("\"\n");
        }

        return new("pelanggan.csv", Encoding.UTF8.GetBytes(text.ToString()));
    }

    private static string Snapshot(ProvisioningRig rig)
    {
        var world = rig.Lab.Router.World;
        lock (world.Gate)
        {
            return string.Join('\n', ((string[])[RouterMenus.PppSecret, RouterMenus.PppProfile, RouterMenus.SimpleQueue, RouterMenus.HotspotUser]).SelectMany(menu =>
            {
                var table = world.Menu(menu);
                return table.Items.Select(i => string.Join('|', ((string[])["name", "profile", "password", "disabled", "comment", "remote-address"]).Select(p => table.Properties.Any(c => c.Name == p) ? table.Get(i, p) : null)));
            }));
        }
    }
}
