using IspPortal.Core.Common.Outages;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Monitoring;
using IspPortal.Core.Monitoring.Analytics;
using IspPortal.Core.Monitoring.Series;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Sessions;
using IspPortal.Infrastructure.Monitoring.Analytics;
using IspPortal.Infrastructure.Subscriptions;
using IspPortal.Tests.Network.Provisioning;
using IspPortal.Tests.Plans;
using IspPortal.Tests.Subscriptions;
using IspPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Moq;

namespace IspPortal.Tests.Monitoring.Analytics;

/// <summary>A sold line over real sessions in a real database, on 22 and 23 November 2026 (15:00 in Jakarta is where the clock begins).</summary>
public sealed class JudgingLinesTests
{
    private readonly Mock<ISeriesReader> _series = new();
    private readonly Mock<IOutageCover> _cover = new();
    private readonly Mock<IRouterWorks> _works = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task Works_holds_and_time_nobody_looked_at_are_not_held_against_a_line(string provider)
    {
        await using var scene = await SubscriptionScene.CreateAsync(provider);
        var (_, account) = await scene.CustomerAsync();
        var start = scene.Clock.NowUtc;
        var id = (await scene.SellAsync(scene.Wish(account, await scene.PlanAsync()) with { ActivateNow = true })).Id;
        var access = (await scene.GetAsync(id)).Row.AccessId;

        // Held from hour 4 to 6.
        scene.Clock.NowUtc = start.AddHours(4);
        await scene.DoAsync(id, v => scene.Lifecycle.HoldAsync(id, v, AccessHolds.Manual, "periksa", Token));
        scene.Clock.NowUtc = start.AddHours(6);
        await scene.DoAsync(id, v => scene.Lifecycle.ReleaseAsync(id, v, AccessHolds.Manual, "selesai", Token));
        scene.Clock.NowUtc = start.AddHours(24);

        // On from 0 to 4, from 7 to 10, from 12 to 24; works from 10 to 11; nobody looked from 20 to 21.
        await SessionsAsync(scene, access, (start, start.AddHours(4)), (start.AddHours(7), start.AddHours(10)), (start.AddHours(12), null));
        _cover.Setup(c => c.BetweenAsync(It.IsAny<IReadOnlyCollection<Guid>>(), It.IsAny<DateTime>(), It.IsAny<DateTime>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync([new(access, Guid.Empty, start.AddHours(10), start.AddHours(11), IsPlanned: true, WasOnline: true), new(access, Guid.Empty, start.AddHours(11), start.AddHours(12), IsPlanned: false, WasOnline: true)]);
        Answered(start, 24, hour => hour == 20 ? null : 100);

        var row = (await Reports(scene).FindLineAsync(access, start, start.AddHours(24), Token)).Value!;
        Assert.Equal((18.0, 2.0, 1.0, 3.0), (Hours(row.Availability.Up), Hours(row.Availability.Down), Hours(row.Availability.Unread), Hours(row.Availability.Excused)));
        Assert.Equal((90.0, false), (Math.Round(row.Availability.Percent!.Value, 3), row.MeetsTarget!.Value));
        // It went at 4 because it was held and at 10 because of works: neither is a loss.
        Assert.Equal(0, row.Losses);

        var page = (await Reports(scene).ListLinesAsync(ProvisioningRig.RouterId(0), start, start.AddHours(24), new(1, 10, (await scene.GetAsync(id)).Row.Username[..4]), Token)).Value;
        Assert.Equal((1L, access), (page.TotalCount, Assert.Single(page.Items).AccessId));
        Assert.Empty((await Reports(scene).ListLinesAsync(ProvisioningRig.RouterId(1), start, start.AddHours(24), new(), Token)).Value.Items);
    }

    [Fact]
    public async Task Routers_are_in_the_order_of_their_trouble_and_works_do_not_count()
    {
        await using var scene = await SubscriptionScene.CreateAsync();
        scene.Clock.Advance(TimeSpan.FromHours(10));
        var start = scene.Clock.NowUtc.AddHours(-10);
        var (first, second) = (ProvisioningRig.RouterId(0), ProvisioningRig.RouterId(1));
        Answered(start, 10, hour => hour is 2 or 3 ? 0 : 100, first);
        Answered(start, 10, hour => hour == 5 ? 0 : 100, second);
        _works.Setup(w => w.BetweenAsync(It.IsAny<IReadOnlyCollection<Guid>>(), start, start.AddHours(10), It.IsAny<CancellationToken>())).ReturnsAsync([new(first, Guid.Empty, start.AddHours(2), start.AddHours(4))]);
        var rows = (await Reports(scene).ListRoutersAsync(start, start.AddHours(10), Token)).Value;
        Assert.Equal([("RTR-2", 90.0, false), ("RTR-1", 100.0, true)], rows.Select(r => (r.RouterName, r.Availability.Percent!.Value, r.MeetsTarget!.Value)));
        Assert.Equal(2, Hours(rows[1].Availability.Excused));
    }

    [Fact]
    public async Task A_question_that_cannot_be_is_refused()
    {
        await using var scene = await SubscriptionScene.CreateAsync();
        var now = scene.Clock.NowUtc;
        Assert.Equal("to", Assert.Single((await Reports(scene).ListRoutersAsync(now, now, Token)).Error!.Fields).Field);
        Assert.Equal("to", Assert.Single((await Reports(scene).ListLinesAsync(null, now.AddDays(-367), now, new(), Token)).Error!.Fields).Field);
        Assert.Equal("identity.forbidden", (await Reports(scene, "x").ListRoutersAsync(now.AddDays(-1), now, Token)).Error?.Code);
    }

    private static double Hours(TimeSpan span) => Math.Round(span.TotalHours, 3);

    private static async Task SessionsAsync(SubscriptionScene scene, Guid access, params (DateTime From, DateTime? To)[] sessions)
    {
        await using var context = scene.Database.Open();
        foreach (var (from, to) in sessions)
        {
            context.Add(new SessionRecord { Id = Core.Common.Time.Ids.New(scene.Clock), AccessId = access, RouterId = ProvisioningRig.RouterId(0), Mark = $"*{from.Hour}", StartedAtUtc = from, EndedAtUtc = to });
        }

        await context.SaveChangesAsync(Token);
        // Seen since it was sold.
        await context.Set<AccessAccount>().Where(a => a.Id == access).ExecuteUpdateAsync(set => set.SetProperty(a => a.FirstSeenAtUtc, sessions[0].From), Token);
    }

    private void Answered(DateTime start, int hours, Func<int, double?> percent, Guid? router = null) => _series
        .Setup(s => s.QueryAsync(It.Is<SeriesQuery>(q => q.Metric == Metric.AnsweredPercent && (router == null || q.Subject.Id == router)), It.IsAny<CancellationToken>()))
        .ReturnsAsync((Result<SeriesResult>)new SeriesResult(TimeSpan.FromHours(1), [.. Enumerable.Range(0, hours).Select(h => new SeriesPoint(start.AddHours(h + 1), percent(h), percent(h)))]));

    private AvailabilityReports Reports(SubscriptionScene scene, string permission = MonitoringPermissions.MonitoringRead) => new(
        _series.Object, _cover.Object, _works.Object, [new HeldTimes(scene.Database.Source)], scene.Database.Factory, new SettingsOf<AnalyticsSettings>(() => new()), new TestActor(permission), scene.Clock);
}
