using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using IspPortal.Core.Audit;
using IspPortal.Core.Network.Provisioning;
using IspPortal.Core.Network.Routers;
using IspPortal.Infrastructure.Lab.Routers;
using IspPortal.Infrastructure.Persistence;
using IspPortal.Tests.Security;
using IspPortal.Tests.Support;
using IspPortal.Web.Shared.Api;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IspPortal.Tests.Api;

/// <summary>Everything that is done on a router by hand, through the whole pipeline to an emulated router: it works, is not done twice, and not by everybody.</summary>
public sealed class ActingOnARouterOverTheApiTests
{
    private static readonly string OldCertificate = new('A', 64);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Sessions_are_ended_by_line_and_by_item_and_once_for_each_key()
    {
        await using var scene = await Scene.StartAsync();
        var users = scene.Sessions.Keys.Order(StringComparer.Ordinal).Take(2).ToList();
        var line = await ApiHost.BodyAsync(await scene.PostAsync("accesses", new { routerId = scene.RouterId, username = users[0], profile = "HOME-20" }), 201);
        var kick = $"accesses/{line.GetProperty("accessId").GetString()}/kick";
        var before = scene.Sessions;

        Assert.Equal(1, (await ApiHost.BodyAsync(await scene.PostAsync(kick, null, "kick-1"))).GetProperty("sessionsEnded").GetInt32());
        var redialled = await scene.RedialledAsync(users[0], before[users[0]]);
        var again = await scene.PostAsync(kick, null, "kick-1");
        Assert.Equal(1, (await ApiHost.BodyAsync(again)).GetProperty("sessionsEnded").GetInt32());
        Assert.True(again.Headers.Contains(IdempotentRequests.ReplayedHeader));
        Assert.Equal(redialled, scene.Sessions[users[0]]);

        var item = new { name = users[1] };
        await scene.DoneAsync("tables/active/kick", item, "kick-2");
        redialled = await scene.RedialledAsync(users[1], before[users[1]]);
        await scene.DoneAsync("tables/active/kick", item, "kick-2", isReplay: true);
        Assert.Equal(redialled, scene.Sessions[users[1]]);
        Assert.Equal(2, await scene.AuditedAsync("session_kicked"));
    }

    [Fact]
    public async Task An_account_is_switched_and_gets_a_password_once_for_each_key()
    {
        await using var scene = await Scene.StartAsync();
        var name = scene.Sessions.Keys.Order(StringComparer.Ordinal).First();
        await ApiHost.ProblemAsync(await scene.OnRouterAsync("tables/secrets/disable", new { name }), 422, "common.invalid");

        await scene.DoneAsync("tables/secrets/disable", new { name, reason = "moved away" }, "off");
        Assert.Equal("true", scene.Secret(name, "disabled"));
        await scene.DoneAsync("tables/secrets/enable", new { name }, "on");
        Assert.Equal("false", scene.Secret(name, "disabled"));
        await scene.DoneAsync("tables/secrets/disable", new { name, reason = "moved away" }, "off", isReplay: true);
        Assert.Equal("false", scene.Secret(name, "disabled"));

        var change = new { name, password = "kopi-hitam-77", reason = "new modem" };
        await scene.DoneAsync("tables/secrets/change-password", change, "password");
        Assert.Equal("kopi-hitam-77", scene.Secret(name, "password"));
        scene.SetSecret(name, "password", "changed-in-winbox");
        await scene.DoneAsync("tables/secrets/change-password", change, "password", isReplay: true);
        Assert.Equal("changed-in-winbox", scene.Secret(name, "password"));
        await ApiHost.ProblemAsync(await scene.OnRouterAsync("tables/secrets/change-password", change with { password = "another" }, "password"), 422, "common.idempotency_key_reused");
        Assert.Equal("changed-in-winbox", scene.Secret(name, "password"));

        var rows = await ApiHost.BodyAsync(await scene.Noc.GetAsync($"/api/v1/routers/{scene.RouterId}/tables/secrets?search={name}", Token));
        Assert.Equal(name, rows.GetProperty("items")[0].GetProperty("name").GetString());
        Assert.DoesNotContain("changed-in-winbox", rows.ToString(), StringComparison.Ordinal);
        await ApiHost.ProblemAsync(await scene.OnRouterAsync("tables/secrets/enable", new { name = "nobody" }), 404, "operations.item_gone");
        await ApiHost.ProblemAsync(await scene.OnRouterAsync("tables/queues/change-password", change), 409, "operations.not_for_this_table");
    }

    [Fact]
    public async Task Tools_answer_and_are_run_once_for_each_key()
    {
        await using var scene = await Scene.StartAsync();
        var ping = await ApiHost.BodyAsync(await scene.OnRouterAsync("ping", new { address = "10.255.1.1", count = 2 }, "ping"));
        Assert.Equal([0, 1], ping.EnumerateArray().Select(reply => reply.GetProperty("sequence").GetInt32()));
        Assert.All(ping.EnumerateArray(), reply => Assert.InRange(reply.GetProperty("roundTripMilliseconds").GetDouble(), 0.1, 1_000));
        var again = await scene.OnRouterAsync("ping", new { address = "10.255.1.1", count = 2 }, "ping");
        Assert.True(again.Headers.Contains(IdempotentRequests.ReplayedHeader));
        Assert.Equal(ping.ToString(), (await ApiHost.BodyAsync(again)).ToString());

        var trace = await ApiHost.BodyAsync(await scene.OnRouterAsync("traceroute", new { address = "1.1.1.1" }));
        Assert.Equal("1.1.1.1", trace.EnumerateArray().Last().GetProperty("address").GetString());
        Assert.Equal(Enumerable.Range(1, trace.GetArrayLength()), trace.EnumerateArray().Select(hop => hop.GetProperty("number").GetInt32()));
        await ApiHost.ProblemAsync(await scene.OnRouterAsync("ping", new { address = "google" }), 422, "common.invalid");
        Assert.Equal(1, await scene.AuditedAsync("pinged"));
    }

    [Fact]
    public async Task A_router_is_tested_and_switched_off_and_on_once_for_each_key()
    {
        await using var scene = await Scene.StartAsync();
        var tested = await ApiHost.BodyAsync(await scene.OnRouterAsync("test", null));
        Assert.Equal((scene.Lab.Router.Name, "full"), (tested.GetProperty("identity").GetString(), tested.GetProperty("group").GetString()));
        Assert.StartsWith("7.18", tested.GetProperty("routerOsVersion").GetString(), StringComparison.Ordinal);
        Assert.True(tested.GetProperty("latencyMilliseconds").GetDouble() > 0);

        Assert.Equal("disabled", await StateAsync("disable", "off"));
        Assert.NotEqual("disabled", await StateAsync("enable", "on"));
        await ApiHost.BodyAsync(await scene.OnRouterAsync("disable", null, "off"));
        var read = await ApiHost.BodyAsync(await scene.Noc.GetAsync($"/api/v1/routers/{scene.RouterId}", Token));
        Assert.NotEqual("disabled", read.GetProperty("state").GetString());

        scene.Lab.Router.PowerOff();
        var dark = await scene.OnRouterAsync("test", null);
        Assert.Contains(dark.StatusCode, (HttpStatusCode[])[HttpStatusCode.BadGateway, HttpStatusCode.GatewayTimeout]);
        Assert.StartsWith("routeros.", await PortalHost.CodeOfAsync(dark), StringComparison.Ordinal);

        async Task<string?> StateAsync(string action, string key) => (await ApiHost.BodyAsync(await scene.OnRouterAsync(action, null, key))).GetProperty("state").GetString();
    }

    [Fact]
    public async Task Another_certificate_is_read_and_trusted_once_for_each_key()
    {
        await using var scene = await Scene.StartAsync(useTls: true);
        await scene.PinAsync(OldCertificate);
        await ApiHost.ProblemAsync(await scene.OnRouterAsync("test", null), 502, "routeros.certificate_changed");

        var seen = await ApiHost.BodyAsync(await scene.Noc.GetAsync($"/api/v1/routers/{scene.RouterId}/certificate", Token));
        var presented = scene.Lab.Router.CertificateSha256;
        Assert.Equal((OldCertificate, presented), (seen.GetProperty("trustedSha256").GetString(), seen.GetProperty("presentedSha256").GetString()));
        await ApiHost.ProblemAsync(await scene.OnRouterAsync("trust-certificate", new { certificateSha256 = OldCertificate, reason = "new board" }), 409, "network.certificate_differs");

        var trust = new { certificateSha256 = presented, reason = "new board" };
        var trusted = await ApiHost.BodyAsync(await scene.OnRouterAsync("trust-certificate", trust, "trust"));
        Assert.Equal(presented, trusted.GetProperty("pinnedCertificateSha256").GetString());
        Assert.Equal(presented, (await ApiHost.BodyAsync(await scene.OnRouterAsync("test", null))).GetProperty("certificateSha256").GetString());

        await scene.PinAsync(OldCertificate);
        Assert.True((await scene.OnRouterAsync("trust-certificate", trust, "trust")).Headers.Contains(IdempotentRequests.ReplayedHeader));
        var read = await ApiHost.BodyAsync(await scene.Noc.GetAsync($"/api/v1/routers/{scene.RouterId}", Token));
        Assert.Equal(OldCertificate, read.GetProperty("pinnedCertificateSha256").GetString());
        Assert.Equal(1, await scene.AuditedAsync("certificate_trusted"));
    }

    [Fact]
    public async Task Who_may_not_is_told_so_and_the_router_feels_nothing()
    {
        await using var scene = await Scene.StartAsync();
        var before = scene.Sessions;
        var (name, other) = (before.Keys.Order(StringComparer.Ordinal).First(), before.Keys.Order(StringComparer.Ordinal).Last());
        var line = await ApiHost.BodyAsync(await scene.PostAsync("accesses", new { routerId = scene.RouterId, username = name, profile = "HOME-20" }), 201);
        using var auditor = await scene.Host.ClientOfAsync("auditor@lab.test");
        using var technician = await scene.Host.ClientOfAsync("tech@lab.test");
        (string Path, object? Body, bool TechnicianMay)[] actions =
        [
            ($"accesses/{line.GetProperty("accessId").GetString()}/kick", null, true),
            ($"routers/{scene.RouterId}/tables/active/kick", new { name = other }, true),
            ($"routers/{scene.RouterId}/ping", new { address = "10.255.1.1", count = 1 }, true),
            ($"routers/{scene.RouterId}/traceroute", new { address = "10.255.1.1" }, true),
            ($"routers/{scene.RouterId}/tables/secrets/disable", new { name, reason = "x" }, false),
            ($"routers/{scene.RouterId}/tables/secrets/enable", new { name }, false),
            ($"routers/{scene.RouterId}/tables/secrets/change-password", new { name, password = "x", reason = "x" }, false),
            ($"routers/{scene.RouterId}/test", null, false),
            ($"routers/{scene.RouterId}/enable", null, false),
            ($"routers/{scene.RouterId}/disable", null, false),
            ($"routers/{scene.RouterId}/trust-certificate", new { certificateSha256 = OldCertificate, reason = "x" }, false),
        ];
        foreach (var (path, body, technicianMay) in actions)
        {
            await ApiHost.ProblemAsync(await SendAsync(auditor, path, body, Guid.CreateVersion7().ToString()), 403, "identity.forbidden");
            if (!technicianMay)
            {
                await ApiHost.ProblemAsync(await SendAsync(technician, path, body, Guid.CreateVersion7().ToString()), 403, "identity.forbidden");
            }
        }

        Assert.Equal(before, scene.Sessions);
        Assert.NotEqual("true", scene.Secret(name, "disabled"));
        Assert.NotEqual("x", scene.Secret(name, "password"));
        foreach (var (path, body, _) in actions.Where(action => action.TechnicianMay))
        {
            var done = await SendAsync(technician, path, body, Guid.CreateVersion7().ToString());
            Assert.True(done.IsSuccessStatusCode, $"{path}: {done.StatusCode}");
        }
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, string path, object? body, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/{path}") { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", key);
        return await client.SendAsync(request, Token);
    }

    private sealed class Scene(LabRouters lab, PortalHost host, HttpClient noc) : IAsyncDisposable
    {
        public LabRouters Lab { get; } = lab;

        public PortalHost Host { get; } = host;

        public HttpClient Noc { get; } = noc;

        public Guid RouterId { get; private set; }

        /// <summary>The router's own number of each PPP session, by user.</summary>
        public Dictionary<string, uint> Sessions
        {
            get
            {
                lock (Lab.Router.World.Gate)
                {
                    Lab.Router.World.Advance();
                    return Lab.Router.World.Access.Ppp.ToDictionary(session => session.User, session => session.SessionId, StringComparer.Ordinal);
                }
            }
        }

        public static async Task<Scene> StartAsync(bool useTls = false)
        {
            var quick = ModemHabits.Steady with { RedialFrom = TimeSpan.FromMilliseconds(200), RedialTo = TimeSpan.FromMilliseconds(600) };
            // People whom the portal's own routers do not serve.
            var lab = LabRouters.Start(["7.18"], sessions: 10, habits: quick, first: 40);
            var host = new PortalHost();
            var scene = new Scene(lab, host, await host.ClientOfAsync("noc@lab.test"));
            var body = new { name = "RTR-API", host = "127.0.0.1", port = useTls ? lab.Router.TlsPort : lab.Router.Port, useTls, username = LabRouters.User, password = LabRouters.Password };
            scene.RouterId = (await ApiHost.BodyAsync(await scene.PostAsync("routers", body), 201)).GetProperty("id").GetGuid();
            return scene;
        }

        public Task<HttpResponseMessage> PostAsync(string path, object? body, string? key = null) => SendAsync(Noc, path, body, key ?? Guid.CreateVersion7().ToString());

        public Task<HttpResponseMessage> OnRouterAsync(string action, object? body, string? key = null) => PostAsync($"routers/{RouterId}/{action}", body, key);

        public async Task DoneAsync(string action, object body, string key, bool isReplay = false)
        {
            var done = await OnRouterAsync(action, body, key);
            Assert.True(done.StatusCode == HttpStatusCode.NoContent, $"{action}: {done.StatusCode} {await done.Content.ReadAsStringAsync(Token)}");
            Assert.Equal(isReplay, done.Headers.Contains(IdempotentRequests.ReplayedHeader));
        }

        public async Task<uint> RedialledAsync(string user, uint before)
        {
            using var deadline = CancellationTokenSource.CreateLinkedTokenSource(Token);
            deadline.CancelAfter(TimeSpan.FromSeconds(20));
            while (true)
            {
                if (Sessions.TryGetValue(user, out var now))
                {
                    Assert.False(now == before && deadline.IsCancellationRequested, $"{user} was never kicked");
                    if (now != before)
                    {
                        return now;
                    }
                }

                Assert.False(deadline.IsCancellationRequested, $"{user} never came back");
                await Task.Delay(20, Token);
            }
        }

        public string? Secret(string name, string property)
        {
            lock (Lab.Router.World.Gate)
            {
                var secrets = Lab.Router.World.Menu(RouterMenus.PppSecret);
                return secrets.Get(secrets.ByName(name)!, property);
            }
        }

        public void SetSecret(string name, string property, string value)
        {
            lock (Lab.Router.World.Gate)
            {
                var secrets = Lab.Router.World.Menu(RouterMenus.PppSecret);
                secrets.Set(secrets.ByName(name)!, property, value);
            }
        }

        public async Task PinAsync(string certificate)
        {
            await using var context = Open();
            await context.Set<Router>().Where(r => r.Id == RouterId).ExecuteUpdateAsync(set => set.SetProperty(r => r.PinnedCertificateSha256, certificate), Token);
        }

        public async Task<int> AuditedAsync(string action)
        {
            await using var context = Open();
            return await context.Set<AuditEntry>().CountAsync(entry => entry.Action == action, Token);
        }

        public async ValueTask DisposeAsync()
        {
            Noc.Dispose();
            await Host.DisposeAsync();
            await Lab.DisposeAsync();
        }

        private PortalDbContext Open() => Host.Services.GetRequiredService<PortalContextSource>().CreateForSystem("test");
    }
}
