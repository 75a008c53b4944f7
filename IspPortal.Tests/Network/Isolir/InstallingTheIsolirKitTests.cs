using IspPortal.Core.Network.Isolir;
using IspPortal.Core.Network.Provisioning;
using IspPortal.Core.Network.Routers;
using IspPortal.Core.Settings;
using IspPortal.Infrastructure.Audit;
using IspPortal.Infrastructure.Lab.Sessions;
using IspPortal.Infrastructure.Network.Isolir;
using IspPortal.Tests.Network.Provisioning;

namespace IspPortal.Tests.Network.Isolir;

/// <summary>The isolir kit over real TCP: planned, applied, proven by a test session, broken and mended.</summary>
public sealed class InstallingTheIsolirKitTests
{
    private const string Landing = "10.255.255.10";

    private static readonly IsolirSettings Settings = new() { LandingAddress = Landing, LandingPort = 8080, AllowedHosts = "pay.example.id 198.51.100.0/24" };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("6.49", "Sqlite")]
    [InlineData("7.12", "Postgres")]
    [InlineData("7.24", "Sqlite")]
    public async Task Installed_it_proves_that_the_pay_page_opens_and_the_internet_does_not(string version, string provider)
    {
        await using var rig = await ProvisioningRig.StartAsync([version], provider: provider);
        var kit = KitOf(rig);
        var before = (await kit.CheckAsync(ProvisioningRig.RouterId(0), Token)).Value;
        Assert.Equal((false, "isolir.parts_wrong"), (before.IsProven, before.ErrorCode));
        Assert.Null(await ProvenAtAsync(rig));

        var plan = await kit.PlanInstallAsync(ProvisioningRig.RouterId(0), Token);
        Assert.Null(plan.Error);
        Assert.Equal(AccessPlanState.Applied, (await rig.ApplyPlanAsync(plan.Value)).Row.State);
        Assert.Equal("provisioning.nothing_to_do", (await kit.PlanInstallAsync(ProvisioningRig.RouterId(0), Token)).Error!.Code);

        var after = (await kit.CheckAsync(ProvisioningRig.RouterId(0), Token)).Value;
        Assert.Null(after.ErrorCode);
        Assert.All(after.Parts, p => Assert.Equal(IsolirVerdict.Good, p.Verdict));
        Assert.All(after.Evidence.Where(e => e.Part is "isolir-redirect" or "isolir-reject-tcp" or "isolir-dns-udp"), e => Assert.True(e.After > e.Before, e.Part));
        Assert.NotNull(await ProvenAtAsync(rig));
        Assert.Equal(after.TestAddress, (await kit.GetAsync(ProvisioningRig.RouterId(0), Token)).Value!.TestAddress);

        // The same by a fetch of the test session itself.
        Assert.Equal(new FetchOutcome("redirected", Landing, 8080), Fetch(rig, "tcp", "93.184.215.14", 80));
        Assert.Equal("reset", Fetch(rig, "tcp", "93.184.215.14", 443).Kind);
        Assert.Equal("reset", Fetch(rig, "tcp", "93.184.215.14", 443, state: "established").Kind);
        Assert.Equal("rejected", Fetch(rig, "udp", "93.184.215.14", 443).Kind);
        Assert.Equal("passed", Fetch(rig, "udp", "1.1.1.1", 53).Kind);
        Assert.Equal("passed", Fetch(rig, "tcp", "198.51.100.7", 443).Kind);
        Assert.Equal("passed", Fetch(rig, "tcp", "203.0.113.9", 443, host: "pay.example.id").Kind);
    }

    [Theory]
    [InlineData(nameof(IsolirVerdict.Missing))]
    [InlineData(nameof(IsolirVerdict.Disabled))]
    [InlineData(nameof(IsolirVerdict.Changed))]
    [InlineData(nameof(IsolirVerdict.Misplaced))]
    public async Task What_somebody_did_to_it_is_seen_forbids_isolir_and_is_mended(string harm)
    {
        await using var rig = await ProvisioningRig.StartAsync(["7.24"], sessions: 5);
        var kit = KitOf(rig);
        await rig.ApplyPlanAsync((await kit.PlanInstallAsync(ProvisioningRig.RouterId(0), Token)).Value);
        Assert.True((await kit.CheckAsync(ProvisioningRig.RouterId(0), Token)).Value.IsProven);

        Harm(rig, harm);
        var broken = (await kit.CheckAsync(ProvisioningRig.RouterId(0), Token)).Value;
        Assert.Equal(harm, broken.Parts.First(p => p.Part == "isolir-reject-tcp").Verdict.ToString());
        Assert.Null(await ProvenAtAsync(rig));

        var mended = await rig.ApplyPlanAsync((await kit.PlanInstallAsync(ProvisioningRig.RouterId(0), Token)).Value);
        Assert.Equal(AccessPlanState.Applied, mended.Row.State);
        var report = (await kit.CheckAsync(ProvisioningRig.RouterId(0), Token)).Value;
        Assert.Null(report.ErrorCode);
        Assert.Equal("reset", Fetch(rig, "tcp", "93.184.215.14", 443, state: "established").Kind);
    }

    [Fact]
    public async Task Undone_it_leaves_nothing_behind()
    {
        await using var rig = await ProvisioningRig.StartAsync(["7.18"], sessions: 5);
        var kit = KitOf(rig);
        var applied = await rig.ApplyPlanAsync((await kit.PlanInstallAsync(ProvisioningRig.RouterId(0), Token)).Value);
        Assert.Equal(6, rig.Owned(RouterMenus.FirewallFilter));
        var undone = await rig.ApplyPlanAsync((await rig.Plans.UndoAsync(applied.Row.Id, Token)).Value);
        Assert.Equal(AccessPlanState.Applied, undone.Row.State);
        Assert.Equal(0, rig.Owned(RouterMenus.FirewallFilter) + rig.Owned(RouterMenus.FirewallNat) + rig.Owned(RouterMenus.PppSecret) + rig.Owned(RouterMenus.AddressList));
    }

    [Fact]
    public async Task Without_a_pay_page_nothing_is_planned()
    {
        await using var rig = await ProvisioningRig.StartAsync(["7.18"], sessions: 5);
        Assert.Equal("isolir.landing_missing", (await KitOf(rig, new()).PlanInstallAsync(ProvisioningRig.RouterId(0), Token)).Error!.Code);
    }

    [Fact]
    public async Task A_test_account_that_does_not_dial_proves_nothing()
    {
        await using var rig = await ProvisioningRig.StartAsync(["7.18"], sessions: 5);
        var kit = KitOf(rig, forSession: TimeSpan.FromSeconds(2));
        await rig.ApplyPlanAsync((await kit.PlanInstallAsync(ProvisioningRig.RouterId(0), Token)).Value);
        rig.Change(RouterMenus.PppSecret, "isolir-test", "caller-id", "00:11:22:33:44:55");
        var report = (await kit.CheckAsync(ProvisioningRig.RouterId(0), Token)).Value;
        Assert.Equal("isolir.no_test_session", report.ErrorCode);
        Assert.Null(await ProvenAtAsync(rig));
    }

    private static void Harm(ProvisioningRig rig, string harm)
    {
        var world = rig.Lab.Router.World;
        lock (world.Gate)
        {
            var menu = world.Menu(Firewall.Filter);
            var rule = menu.Items.Single(r => OwnershipTag.TextOf(menu.Get(r, "comment")) == OwnershipTag.ForPart("isolir-reject-tcp"));
            switch (harm)
            {
                case nameof(IsolirVerdict.Missing):
                    menu.Delete(rule);
                    break;
                case nameof(IsolirVerdict.Disabled):
                    menu.Set(rule, "disabled", "true");
                    break;
                case nameof(IsolirVerdict.Changed):
                    menu.Set(rule, "dst-port", "8443");
                    break;
                default:
                    menu.Items.Remove(rule);
                    menu.Items.Add(rule);
                    break;
            }
        }
    }

    private static FetchOutcome Fetch(ProvisioningRig rig, string protocol, string address, int port, string? host = null, string state = "new")
    {
        var world = rig.Lab.Router.World;
        lock (world.Gate)
        {
            return Firewall.Send(world, world.Access.Ppp.Single(s => s.User == "isolir-test"), protocol, address, port, host, state);
        }
    }

    internal static void Harm(ProvisioningRig rig) => Harm(rig, nameof(IsolirVerdict.Disabled));

    private static async Task<DateTime?> ProvenAtAsync(ProvisioningRig rig)
    {
        await using var context = rig.Database.Open();
        return (await context.Set<Router>().FindAsync([ProvisioningRig.RouterId(0)], Token))!.IsolirProvenAtUtc;
    }

    internal static IsolirKit KitOf(ProvisioningRig rig, IsolirSettings? settings = null, TimeSpan? forSession = null, TimeProvider? clock = null)
    {
        var factory = rig.Database.FactoryAs(ProvisioningRig.Noc);
        return new IsolirKit(
            factory,
            new ProvisioningRig.FixedActor(ProvisioningRig.Noc),
            rig.Reader,
            rig.Drafts,
            new IsolirProof(rig.Clients, TimeProvider.System) { ForSession = forSession ?? TimeSpan.FromSeconds(30) },
            new IsolirKits(rig.Database.Source, new SettingsOf<IsolirSettings>(() => settings ?? Settings), new SettingsOf<CompanySettings>(() => new()), clock ?? TimeProvider.System),
            rig.Guards,
            new SettingsOf<IsolirSettings>(() => settings ?? Settings),
            new SettingsOf<ProvisioningSettings>(() => rig.Settings),
            new AuditWriter(factory),
            TimeProvider.System);
    }
}
