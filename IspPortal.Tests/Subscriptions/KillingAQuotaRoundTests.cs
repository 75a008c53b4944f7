using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using IspPortal.Core.Common.Money;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Identity;
using IspPortal.Core.Identity.ApiKeys;
using IspPortal.Core.Jobs;
using IspPortal.Core.Messaging;
using IspPortal.Core.Monitoring.Series;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Provisioning;
using IspPortal.Core.Plans;
using IspPortal.Core.Subscriptions;
using IspPortal.Core.Subscriptions.Quota;
using IspPortal.Infrastructure.Identity.Users;
using IspPortal.Infrastructure.Series;
using IspPortal.Infrastructure.Subscriptions.Quota;
using IspPortal.Tests.Network.Provisioning;
using IspPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Tests.Subscriptions;

/// <summary>The portal's own process is killed in the middle of a look at quotas (kill -9) and started again.</summary>
public sealed class KillingAQuotaRoundTests
{
    private const long Gigabyte = 1_000_000_000;
    private const int Each = 20;

    // Throttled or blocked, and told; those that pay per GB are told too.
    private const int Steps = 5 * Each;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_is_lost_or_doubled_and_nobody_pays_twice()
    {
        for (var round = 0; round < KilledPortal.Rounds(1, 20); round++)
        {
            // The portal's process has the real time.
            await using var scene = await SubscriptionScene.CreateAsync("Sqlite", new ManualClock(TimeProvider.System.GetUtcNow()), KilledPortal.SecretsOf);
            var lines = await SellAsync(scene);
            var key = await KeyAsync(scene);

            // In the midst of it, or while periods are closed.
            var enough = round % 2 == 0 ? 1 + ((round + 2) * 17 % (Steps - 1)) : Steps;
            await using (var first = Start(scene, out var address))
            {
                await LookAsync(address, key);
                await ProvisioningRig.WaitForAsync(() => DoneAsync(scene), done => done >= enough, TimeSpan.FromMinutes(3));
                await first.KillAsync();
            }

            Assert.Equal("", await DoubledAsync(scene));
            Assert.Equal("", await WrongedAsync(scene, lines["calm"]));
            Assert.InRange(await DoneAsync(scene), enough, Steps);
            await using var second = Start(scene, out var again);
            for (var look = 0; look < 2; look++)
            {
                var before = await LookedAsync(scene);
                await LookAsync(again, key);
                await ProvisioningRig.WaitForAsync(() => LookedAsync(scene), at => at > before, TimeSpan.FromMinutes(3));
                await AssertRightAsync(scene, lines);
            }
        }
    }

    private static async Task AssertRightAsync(SubscriptionScene scene, Dictionary<string, Guid[]> lines)
    {
        await using var context = scene.Database.Open();
        var history = await context.Set<SubscriptionHistoryEntry>().AsNoTracking().Where(h => h.Kind == SubscriptionHistoryKind.QuotaUsedUp || h.Kind == SubscriptionHistoryKind.Held).ToListAsync(Token);
        Assert.Equal(lines["slow"].Order(), history.Where(h => h.Kind == SubscriptionHistoryKind.QuotaUsedUp).Select(h => h.SubscriptionId).Order());
        Assert.Equal(lines["shut"].Order(), history.Where(h => h.Kind == SubscriptionHistoryKind.Held).Select(h => h.SubscriptionId).Order());
        Assert.Equal(lines["shut"].Order(), (await context.Set<SubscriptionHold>().AsNoTracking().Where(h => h.Kind == AccessHolds.Quota).Select(h => h.SubscriptionId).ToListAsync(Token)).Order());
        Assert.Equal(lines["shut"].Order(), (await context.Set<Subscription>().AsNoTracking().Where(s => s.Holds == AccessHolds.Quota).Select(s => s.Id).ToListAsync(Token)).Order());
        var slowed = await (from s in context.Set<Subscription>() join w in context.Set<DesiredAccessRecord>() on s.AccessId equals w.AccessId where w.IsOverQuota select s.Id).ToListAsync(Token);
        Assert.Equal(lines["slow"].Order(), slowed.Order());

        // One notice each, and none to those within their quota.
        Assert.Equal(
            lines["slow"].Concat(lines["shut"]).Concat(lines["paid"]).Order(),
            (await context.Set<Message>().AsNoTracking().Where(m => m.Event == QuotaNotices.UsedUp).Select(m => m.SubjectId).ToListAsync(Token)).Order());
        Assert.Equal(
            lines["paid"].Order().Select(id => (id, 3 * Gigabyte, Money.Idr(15_000))),
            (await context.Set<UsageCharge>().AsNoTracking().ToListAsync(Token)).OrderBy(c => c.SubscriptionId).Select(c => (c.SubscriptionId, c.OverBytes, c.Amount)));
        var periods = await context.Set<SubscriptionQuota>().AsNoTracking().ToListAsync(Token);
        Assert.Equal(lines.Values.SelectMany(ids => ids).Order(), periods.Where(p => p.EndedAtUtc == null).Select(p => p.SubscriptionId).Order());
        Assert.Equal(Enumerable.Repeat(103 * Gigabyte, Each), periods.Where(p => p.ClosedAtUtc != null).Select(p => p.UsedBytes!.Value));
    }

    // Twenty to be throttled, twenty to be blocked, twenty that pay, whose last period ended two hours ago, and some with enough.
    private static async Task<Dictionary<string, Guid[]>> SellAsync(SubscriptionScene scene)
    {
        var (_, account) = await scene.CustomerAsync();
        var lines = new Dictionary<string, Guid[]>(StringComparer.Ordinal);
        var usage = new List<SeriesSample>();
        var past = new List<SeriesSample>();
        await using var context = scene.Database.Open();
        foreach (var (name, action, count, gigabytes) in new[]
        {
            ("slow", PlanQuotaAction.Throttle, Each, 130), ("shut", PlanQuotaAction.Block, Each, 140), ("paid", PlanQuotaAction.ChargePerGigabyte, Each, 150), ("calm", PlanQuotaAction.Throttle, 5, 50),
        })
        {
            var plan = await PlanAsync(scene, name, action);
            lines[name] = new Guid[count];
            for (var i = 0; i < count; i++)
            {
                var id = lines[name][i] = (await scene.SellAsync(scene.Wish(account, plan) with { Username = $"{name}-{i}", ActivateNow = true })).Id;
                var access = (await scene.GetAsync(id)).Row.AccessId;
                usage.Add(new SeriesSample(SeriesSubject.Access(access), Metric.DownBytes, gigabytes * Gigabyte, TimeSpan.FromMinutes(5)));
                if (name == "paid")
                {
                    past.Add(new SeriesSample(SeriesSubject.Access(access), Metric.DownBytes, 103 * Gigabyte, TimeSpan.FromMinutes(5)));
                    context.Add(new SubscriptionQuota
                    {
                        SubscriptionId = id, AccessId = access, FromOn = scene.Today.AddDays(-30), ToOn = scene.Today.AddDays(-1), QuotaBytes = 100 * Gigabyte, Action = action, PerGigabyte = Money.Idr(5_000),
                        EndedAtUtc = scene.Clock.NowUtc.AddHours(-2),
                    });
                }
            }
        }

        await context.SaveChangesAsync(Token);

        // Nothing answers at the scene's routers, and that at once.
        await context.Set<Core.Network.Routers.Router>().ExecuteUpdateAsync(set => set.SetProperty(r => r.Host, "127.0.0.1"), Token);
        var series = new SqliteSeriesDatabase(Path.Combine(scene.Database.Options.DataDirectory, "series.db"));
        using (var store = new SeriesStore(series, scene.Clock))
        {
            await store.AppendAsync(new SeriesBatch(ProvisioningRig.RouterId(0), scene.Clock.NowUtc.AddDays(-1), past), Token);
            await store.AppendAsync(new SeriesBatch(ProvisioningRig.RouterId(0), scene.Clock.NowUtc, usage), Token);
        }

        series.Release();
        return lines;
    }

    private static async Task<(Guid PlanId, Guid PriceId)> PlanAsync(SubscriptionScene scene, string slug, PlanQuotaAction action)
    {
        var id = await scene.Plans.AddAsync(new SavePlanRequest(slug.ToUpperInvariant(), slug, AccessService.Pppoe, new PlanSpeed(20_000_000, 10_000_000))
        {
            Terms = new PlanTerms(Money.Idr(150_000)) { OveragePerGigabyte = Money.Idr(5_000) },
            Payment = PlanPayment.Postpaid,
            Profile = slug,
            Audience = PlanAudience.Residential,
            QuotaBytes = 100 * Gigabyte,
            QuotaAction = action,
            ThrottledDownBitsPerSecond = action == PlanQuotaAction.Throttle ? 2_000_000 : null,
            ThrottledUpBitsPerSecond = action == PlanQuotaAction.Throttle ? 1_000_000 : null,
        });
        return (id, (await scene.Plans.Catalog.PriceOnAsync(id, scene.Today, Token)).Value.Id);
    }

    private static async Task<string> KeyAsync(SubscriptionScene scene)
    {
        var (maker, secret) = (Ids.New(scene.Clock), ApiKeyFormat.New());
        await using var context = scene.Database.Open();
        context.Add(NewUser.Of(maker, "admin@test.id", "Ayu Lestari", [PortalRoles.Administrator], "en", scene.Clock));
        context.Add(new ApiKey
        {
            Id = Ids.New(scene.Clock), Name = "clock", Prefix = secret[..ApiKeyFormat.PrefixLength], SecretHash = ApiKeyFormat.Hash(secret), Scopes = JobPermissions.JobsRun, AllowedAddresses = "", MakerId = maker,
            CreatedAtUtc = scene.Clock.NowUtc, SearchKey = "clock",
        });
        await context.SaveChangesAsync(Token);
        return secret;
    }

    private static KilledPortal Start(SubscriptionScene scene, out Uri address)
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        address = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}"));
        probe.Stop();
        return KilledPortal.Start(scene.Database.Options.DataDirectory, ("ASPNETCORE_URLS", address.ToString()));
    }

    /// <summary>Asks for the job now, beside its schedule, as soon as the portal answers.</summary>
    private static async Task LookAsync(Uri address, string key)
    {
        using var client = new HttpClient { BaseAddress = address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        await ProvisioningRig.WaitForAsync(
            async () =>
            {
                try
                {
                    using var answer = await client.PostAsync("/api/v1/jobs/run-quotas/run", null, Token);
                    return answer.StatusCode;
                }
                catch (HttpRequestException)
                {
                    return HttpStatusCode.ServiceUnavailable;
                }
            },
            code => code == HttpStatusCode.Accepted,
            TimeSpan.FromMinutes(3));
    }

    private static async Task<DateTime> LookedAsync(SubscriptionScene scene)
    {
        await using var context = scene.Database.Open();
        return await context.Set<Core.Common.Jobs.JobRecord>().Where(r => r.Key == "run-quotas").Select(r => (DateTime?)r.LastStartedAtUtc).SingleOrDefaultAsync(Token) ?? DateTime.UnixEpoch;
    }

    // What was told or held twice, in words.
    private static async Task<string> DoubledAsync(SubscriptionScene scene)
    {
        await using var context = scene.Database.Open();
        var told = await context.Set<Message>().AsNoTracking().Where(m => m.Event == QuotaNotices.UsedUp).Select(m => new { m.SubjectId, m.Kind, m.Channel, m.Address }).ToListAsync(Token);
        return string.Join('\n', told.GroupBy(m => m.SubjectId).Where(g => g.Count() > 1).SelectMany(g => g).Select(m => m.ToString()));
    }

    // Those with enough to whom anything was done, in words. Compared here: flags are stored as words, of which a database knows no parts.
    private static async Task<string> WrongedAsync(SubscriptionScene scene, Guid[] calm)
    {
        await using var context = scene.Database.Open();
        var held = (await (
            from s in context.Set<Subscription>()
            join w in context.Set<DesiredAccessRecord>() on s.AccessId equals w.AccessId
            where calm.Contains(s.Id)
            select new { s.Id, w.IsOverQuota, w.Holds }).ToListAsync(Token)).FindAll(h => h.IsOverQuota || h.Holds.HasFlag(AccessHolds.Quota));
        var told = await context.Set<Message>().AsNoTracking().Where(m => calm.Contains(m.SubjectId)).Select(m => new { m.SubjectId, m.Event, m.Values }).ToListAsync(Token);
        return string.Join('\n', held.Select(h => h.ToString()).Concat(told.Select(t => t.ToString())));
    }

    private static async Task<int> DoneAsync(SubscriptionScene scene)
    {
        await using var context = scene.Database.Open();
        return (await context.Set<DesiredAccessRecord>().AsNoTracking().Select(w => new { w.IsOverQuota, w.Holds }).ToListAsync(Token)).Count(w => w.IsOverQuota || w.Holds.HasFlag(AccessHolds.Quota))
            + await context.Set<Message>().CountAsync(m => m.Event == QuotaNotices.UsedUp, Token);
    }
}
