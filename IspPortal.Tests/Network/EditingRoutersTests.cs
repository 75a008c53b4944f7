using IspPortal.Core.Audit;
using IspPortal.Core.Common.Paging;
using IspPortal.Core.Identity;
using IspPortal.Core.Network;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Routers;
using IspPortal.Core.Network.Sessions;
using IspPortal.Infrastructure.Monitoring.Collection;
using IspPortal.Infrastructure.Network;
using IspPortal.Infrastructure.RouterOs;
using IspPortal.Tests.Monitoring;
using IspPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace IspPortal.Tests.Network;

public sealed class EditingRoutersTests
{
    private static readonly SaveRouterRequest Bekasi = new("RTR-BEKASI", "10.1.1.1", 8728, UseTls: false, "portal", "s3cret-of-router");
    private static readonly Actor Noc = CollectorRig.Anyone(NetworkPermissions.RoutersRead, NetworkPermissions.RoutersWrite);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("Postgres")]
    public async Task A_router_is_added_changed_and_removed_and_its_name_is_free_again(string provider)
    {
        await using var scene = await Scene.StartAsync(provider);
        var id = (await scene.Editor.AddAsync(Bekasi, Token)).Value;
        var details = (await scene.Directory.GetAsync(id, Token)).Value;
        Assert.Equal((RouterState.Unknown, "portal"), (details.Row.State, details.Username));

        Assert.Equal("network.router_name_taken", (await scene.Editor.AddAsync(Bekasi with { Name = "rtr-bekasi", Host = "10.9.9.9" }, Token)).Error!.Code);
        Assert.Equal("network.router_address_taken", (await scene.Editor.AddAsync(Bekasi with { Name = "OTHER" }, Token)).Error!.Code);

        Assert.True((await scene.Editor.UpdateAsync(id, details.Row.Version, Bekasi with { Password = null, Site = "Bekasi" }, Token)).Succeeded);
        Assert.Equal("common.version_conflict", (await scene.Editor.UpdateAsync(id, details.Row.Version, Bekasi, Token)).Error!.Code);
        await using (var context = scene.Database.Open())
        {
            Assert.Equal("s3cret-of-router", (await context.Set<Router>().SingleAsync(r => r.Id == id, Token)).Password);
        }

        Assert.True((await scene.Editor.SetEnabledAsync(id, false, Token)).Succeeded);
        Assert.Equal(RouterState.Disabled, (await scene.Directory.GetAsync(id, Token)).Value.Row.State);
        Assert.Equal("reason", Assert.Single((await scene.Editor.RemoveAsync(id, " ", endLines: false, Token)).Error!.Fields).Field);
        Assert.True((await scene.Editor.RemoveAsync(id, "sold", endLines: false, Token)).Succeeded);
        await using (var context = scene.Database.Open())
        {
            var removal = Assert.Single(await context.Set<AuditEntry>().Where(row => row.EntityId == id.ToString() && row.AfterJson!.Contains("removedAtUtc")).ToListAsync(Token), row => row.Action == AuditActions.Changed);
            Assert.Contains("\"removalReason\":\"sold\"", removal.AfterJson!, StringComparison.Ordinal);
        }

        Assert.Equal("network.router_not_found", (await scene.Directory.GetAsync(id, Token)).Error!.Code);
        Assert.True((await scene.Editor.AddAsync(Bekasi, Token)).Succeeded);
        Assert.Equal(1, (await scene.Directory.ListAsync(new RouterFilter(), new PageRequest(Search: "bekasi"), Token)).Value.TotalCount);
    }

    [Fact]
    public async Task A_password_is_never_stored_or_audited_in_clear()
    {
        await using var scene = await Scene.StartAsync("Sqlite");
        await scene.Editor.AddAsync(Bekasi, Token);
        await using var context = scene.Database.Open();
        var audit = await context.Set<AuditEntry>().ToListAsync(Token);
        Assert.NotEmpty(audit);
        Assert.DoesNotContain(audit, a => System.Text.Json.JsonSerializer.Serialize(a).Contains("s3cret", StringComparison.Ordinal));
        var stored = await context.Database.SqlQuery<string>($"SELECT password AS \"Value\" FROM routers").SingleAsync(Token);
        Assert.DoesNotContain("s3cret", stored, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Broken_fields_are_named_and_who_may_not_is_refused()
    {
        await using var scene = await Scene.StartAsync("Sqlite");
        var error = (await scene.Editor.AddAsync(new SaveRouterRequest(" ", "not a host", 0, false, "", null, Latitude: 91), Token)).Error!;
        Assert.Equal("common.invalid", error.Code);
        Assert.Equal(["host", "latitude", "longitude", "name", "password", "port", "username"], error.Fields.Select(f => f.Field).Distinct().Order());

        await using var reader = await Scene.StartAsync("Sqlite", CollectorRig.Anyone(NetworkPermissions.RoutersRead));
        Assert.Equal("identity.forbidden", (await reader.Editor.AddAsync(Bekasi, Token)).Error!.Code);
        await using var nobody = await Scene.StartAsync("Sqlite", Actor.Anonymous);
        Assert.Equal("identity.sign_in_required", (await nobody.Directory.ListAsync(new RouterFilter(), new PageRequest(), Token)).Error!.Code);
    }

    [Fact]
    public async Task A_test_connects_and_the_stored_password_never_goes_to_another_address()
    {
        await using var lab = LabRouters.Start("7.18", sessions: 1);
        await using var scene = await Scene.StartAsync("Sqlite");
        var request = new SaveRouterRequest("RTR-LAB", "127.0.0.1", lab.Router.Port, false, LabRouters.User, LabRouters.Password);
        var report = (await scene.Editor.TestAsync(null, request, Token)).Value;
        Assert.StartsWith("7.18", report.RouterOsVersion, StringComparison.Ordinal);

        var id = (await scene.Editor.AddAsync(request, Token)).Value;
        Assert.True((await scene.Editor.TestAsync(id, request with { Password = null }, Token)).Succeeded);
        Assert.Equal("password", Assert.Single((await scene.Editor.TestAsync(id, request with { Password = null, Host = "127.0.0.2" }, Token)).Error!.Fields).Field);
        Assert.Equal("routeros.login_failed", (await scene.Editor.TestAsync(null, request with { Password = "wrong" }, Token)).Error!.Code);
    }

    [Theory]
    [InlineData("6.49")]
    [InlineData("7.24")]
    public async Task A_test_reports_licence_rights_clock_and_what_to_put_right(string version)
    {
        await using var lab = LabRouters.Start(version, sessions: 12);
        await using var scene = await Scene.StartAsync("Sqlite");
        var request = new SaveRouterRequest("RTR-LAB", "127.0.0.1", lab.Router.Port, false, LabRouters.User, LabRouters.Password);

        var full = (await scene.Editor.TestAsync(null, request, Token)).Value;
        Assert.Equal(("6", null, "full"), (full.LicenceLevel, full.LicenceSessions, full.Group));
        Assert.True(full.Sessions > 0);
        Assert.True(full.ClockSkew!.Value.Duration() < RouterAdvisor.Tolerance);
        Assert.Equal(version == "7.24" ? 20 : null, full.MaxApiSessions);
        Assert.Equal([RouterAdviceKind.TooManyRights, RouterAdviceKind.OpenToAll, RouterAdviceKind.WithoutTls], full.Advice.Select(a => a.Kind));

        var reader = (await scene.Editor.TestAsync(null, request with { Username = "reader" }, Token)).Value;
        Assert.Equal(["write", "ftp", "policy"], reader.Advice.Where(a => a.Kind == RouterAdviceKind.LacksRight).Select(a => a.Arguments[0]));
        Assert.True(reader.Advice[0].IsBlocking);
    }

    [Fact]
    public async Task Another_certificate_is_shown_without_sending_the_password_and_trusted_only_as_compared()
    {
        await using var lab = LabRouters.Start("7.18", sessions: 1);
        await using var scene = await Scene.StartAsync("Sqlite");
        var id = (await scene.Editor.AddAsync(new SaveRouterRequest("RTR-LAB", "127.0.0.1", lab.Router.TlsPort, true, LabRouters.User, LabRouters.Password), Token)).Value;
        var old = new string('A', 64);
        await using (var context = scene.Database.Open())
        {
            (await context.Set<Router>().SingleAsync(r => r.Id == id, Token)).PinnedCertificateSha256 = old;
            await context.SaveChangesAsync(Token);
        }

        var logins = LoginsOf(lab);
        var seen = (await scene.Editor.ReadCertificateAsync(id, Token)).Value;
        Assert.True(seen.HasChanged);
        Assert.Equal((old, lab.Router.CertificateSha256), (seen.TrustedSha256, seen.PresentedSha256));
        Assert.Equal(logins, LoginsOf(lab));

        Assert.Equal("network.certificate_differs", (await scene.Editor.TrustCertificateAsync(id, old, "new board", Token)).Error!.Code);
        Assert.Equal("reason", Assert.Single((await scene.Editor.TrustCertificateAsync(id, seen.PresentedSha256, " ", Token)).Error!.Fields).Field);
        Assert.True((await scene.Editor.TrustCertificateAsync(id, seen.PresentedSha256.ToLowerInvariant(), "new board", Token)).Succeeded);
        await using var after = scene.Database.Open();
        Assert.Equal(lab.Router.CertificateSha256, (await after.Set<Router>().SingleAsync(r => r.Id == id, Token)).PinnedCertificateSha256);
        var audit = await after.Set<AuditEntry>().SingleAsync(a => a.Action == "certificate_trusted", Token);
        Assert.Contains("new board", audit.AfterJson!, StringComparison.Ordinal);
        Assert.True((await scene.Editor.TestAsync(id, new SaveRouterRequest("RTR-LAB", "127.0.0.1", lab.Router.TlsPort, true, LabRouters.User, null), Token)).Succeeded);
    }

    [Fact]
    public async Task Capacity_and_tags_are_kept_and_tags_are_searched()
    {
        await using var scene = await Scene.StartAsync("Sqlite");
        var id = (await scene.Editor.AddAsync(Bekasi with { CapacityMegabits = 10_000, CapacitySessions = 2_000, Tags = " core,  timur " }, Token)).Value;
        var details = (await scene.Directory.GetAsync(id, Token)).Value;
        Assert.Equal((10_000, 2_000, "core timur"), (details.CapacityMegabits, details.CapacitySessions, details.Row.Tags));
        Assert.Equal(1, (await scene.Directory.ListAsync(new RouterFilter(), new PageRequest(Search: "TIMUR"), Token)).Value.TotalCount);
        Assert.Equal("capacitySessions", Assert.Single((await scene.Editor.AddAsync(Bekasi with { CapacitySessions = 0 }, Token)).Error!.Fields).Field);
    }

    private static int LoginsOf(LabRouters lab)
    {
        lock (lab.Router.World.Gate)
        {
            var log = lab.Router.World.Menu("/log");
            return log.Items.Count(row => log.Get(row, "message")!.Contains("log", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("Postgres")]
    public async Task A_router_is_leased_to_one_node_until_the_lease_runs_out(string provider)
    {
        var clock = new ManualClock(new DateTimeOffset(2026, 11, 22, 3, 0, 0, TimeSpan.Zero));
        await using var scene = await Scene.StartAsync(provider);
        var id = (await scene.Editor.AddAsync(Bekasi, Token)).Value;
        var first = new RouterLeases(scene.Database.Source, clock, "node-1");
        var second = new RouterLeases(scene.Database.Source, clock, "node-2");
        Assert.Equal([id], await first.HoldAsync([id], Token));
        Assert.Empty(await second.HoldAsync([id], Token));
        clock.NowUtc += TimeSpan.FromSeconds(20);
        Assert.Equal([id], await first.HoldAsync([id], Token));
        clock.NowUtc += TimeSpan.FromSeconds(20);
        Assert.Empty(await second.HoldAsync([id], Token));
        clock.NowUtc += TimeSpan.FromSeconds(11);
        Assert.Equal([id], await second.HoldAsync([id], Token));
        Assert.Empty(await first.HoldAsync([id], Token));
        await second.ReleaseAsync(Token);
        Assert.Equal([id], await first.HoldAsync([id], Token));
    }

    private sealed class Scene(PortalDatabase database, RouterOsPool pool, RouterEditor editor, RouterDirectory directory) : IAsyncDisposable
    {
        public PortalDatabase Database { get; } = database;

        public RouterEditor Editor { get; } = editor;

        public RouterDirectory Directory { get; } = directory;

        public static async Task<Scene> StartAsync(string provider, Actor? actor = null)
        {
            var database = await PortalDatabase.CreateAsync(provider);
            var who = new FixedActor(actor ?? Noc);
            var pool = new RouterOsPool(Options.Create(new RouterOsOptions()), TimeProvider.System, NullLogger<RouterOsPool>.Instance);
            var factory = database.FactoryAs(who.Actor);
            return new Scene(
                database,
                pool,
                new RouterEditor(factory, who, [], new RouterProbe(pool, TimeProvider.System), TimeProvider.System),
                new RouterDirectory(factory, who, new NothingLive()));
        }

        public async ValueTask DisposeAsync()
        {
            await pool.DisposeAsync();
            await Database.DisposeAsync();
        }
    }
}
