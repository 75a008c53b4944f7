using IspPortal.Core.Common.Money;
using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Monitoring.Analytics;
using IspPortal.Core.Monitoring.Series;
using IspPortal.Core.Monitoring.Usage;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Reporting.Reports;
using IspPortal.Core.Reporting.Reports.Content;
using IspPortal.Core.Subscriptions;
using IspPortal.Infrastructure.Reporting;
using IspPortal.Infrastructure.Reporting.Reports;
using IspPortal.Infrastructure.Reporting.Reports.Sources;
using IspPortal.Tests.Network.Provisioning;
using IspPortal.Tests.Subscriptions;
using IspPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Moq;

namespace IspPortal.Tests.Reporting.Reports;

/// <summary>What the sources make of what is kept.</summary>
public sealed class ReadingReportsTests
{
    private static readonly TimeZoneInfo Jakarta = TimeZoneInfo.FindSystemTimeZoneById("Asia/Jakarta");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task Growth_counts_who_came_and_went_on_business_days_and_what_they_pay(string provider)
    {
        await using var scene = await SubscriptionScene.CreateAsync(provider);
        var plan = await scene.PlanAsync(rupiah: 200_000);
        var (_, account) = await scene.CustomerAsync();
        var ids = new List<Guid>();
        for (var n = 0; n < 5; n++)
        {
            ids.Add((await scene.SellAsync(scene.Wish(account, plan, router: n == 4 ? 1 : 0))).Id);
        }

        // One was there before; one came at half past midnight of Jakarta; one came and went; one was never put in use; one is on another router.
        await PutAsync(scene, ids[0], SubscriptionStatus.Active, Utc(9, 20), null);
        await PutAsync(scene, ids[1], SubscriptionStatus.Active, new DateTime(2026, 9, 30, 17, 30, 0, DateTimeKind.Utc), null);
        await PutAsync(scene, ids[2], SubscriptionStatus.Terminated, Utc(10, 5), Utc(10, 20));
        await PutAsync(scene, ids[4], SubscriptionStatus.Active, Utc(10, 31), null);
        var read = await new GrowthSource(scene.Database.Factory).ReadAsync(October(), _ => Task.CompletedTask, Token);

        var sections = read.Value;
        Assert.Equal([("AtStart", 1L), ("Came", 3L), ("Went", 1L), ("AtEnd", 3L)], sections[0].Figures.Take(4).Select(f => (f.Key, (long)f.Value!)));
        Assert.Equal(100.0, sections[0].Figures[4].Value);
        Assert.Equal([new DateOnly(2026, 10, 1), new(2026, 10, 5), new(2026, 10, 20), new(2026, 10, 31)], sections[0].Tables[0].Rows.Select(row => (DateOnly)row[0]!));
        Assert.Equal(31, sections[0].Charts[0].Series[0].Points.Count);
        Assert.Equal(Money.Idr(600_000), sections[2].Figures.Single(f => f.Key == "MonthlyPrices").Value);
        Assert.Equal(Money.Idr(200_000), sections[2].Figures.Single(f => f.Key == "PerSubscriber").Value);
        Assert.Equal(["HOME-20", 3L, 0L, Money.Idr(600_000)], sections[2].Tables[0].Rows.Single());

        var one = (await new GrowthSource(scene.Database.Factory).ReadAsync(October() with { IsAll = false, Routers = new Dictionary<Guid, string> { [ProvisioningRig.RouterId(1)] = "RTR-2" } }, _ => Task.CompletedTask, Token)).Value;
        Assert.Equal([0L, 1L, 0L, 1L], one[0].Figures.Take(4).Select(f => (long)f.Value!));
    }

    [Fact]
    public async Task Without_a_price_there_is_no_income()
    {
        await using var scene = await SubscriptionScene.CreateAsync();
        var sections = (await new GrowthSource(scene.Database.Factory).ReadAsync(October(), _ => Task.CompletedTask, Token)).Value;
        Assert.Equal([("MonthlyPrices", null)], sections[2].Figures.Select(f => (f.Key, f.Value)));
        Assert.Null(sections[0].Figures[4].Value);
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task Usage_adds_up_by_plan_and_line_and_leaves_out_what_was_not_read(string provider)
    {
        await using var scene = await SubscriptionScene.CreateAsync(provider);
        var (home, big) = (await scene.PlanAsync(), await scene.PlanAsync("HOME-50", 300_000, 50));
        var (_, account) = await scene.CustomerAsync("Siti Rahayu");
        foreach (var plan in new[] { home, home, big })
        {
            await scene.SellAsync(scene.Wish(account, plan));
        }

        List<Guid> lines;
        await using (var context = scene.Database.Open())
        {
            lines = await context.Set<Subscription>().OrderBy(s => s.Number).Select(s => s.AccessId).ToListAsync(Token);
            var seen = new AccessAccount { Id = Guid.CreateVersion7(), RouterId = ProvisioningRig.RouterId(1), Username = "liar", SearchKey = "liar", FirstSeenAtUtc = DateTime.UnixEpoch };
            context.Add(seen);
            await context.SaveChangesAsync(Token);
            lines.Add(seen.Id);
        }

        var usage = new Mock<IUsageDirectory>();
        var sums = new Dictionary<Guid, UsageTotal> { [lines[0]] = new(10, 1, TimeSpan.FromMinutes(5)), [lines[2]] = new(100, 20, TimeSpan.Zero), [lines[3]] = new(1, 1, TimeSpan.Zero) };
        usage.Setup(u => u.SumsAsync(It.IsAny<IReadOnlyCollection<Guid>>(), It.IsAny<DateOnly>(), It.IsAny<DateOnly>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((IReadOnlyCollection<Guid> ids, DateOnly _, DateOnly _, CancellationToken _) => Result.Of<IReadOnlyDictionary<Guid, UsageTotal>>(sums.Where(sum => ids.Contains(sum.Key)).ToDictionary()));
        var analytics = new Mock<ISeriesAnalytics>();
        analytics.Setup(a => a.StatisticsAsync(SeriesSubject.Network, It.IsAny<Metric>(), It.IsAny<DateTime>(), It.IsAny<DateTime>(), It.IsAny<CancellationToken>())).ReturnsAsync((SeriesSubject _, Metric metric, DateTime from, DateTime _, CancellationToken _) =>
            Result.Of(from.Day == 9 ? new SeriesStatistics(null, null, null, 0, TimeSpan.Zero, TimeSpan.FromDays(1)) : new SeriesStatistics(1, 2, 2, metric == Metric.DownBytes ? 1_000 : 100, TimeSpan.FromHours(20), TimeSpan.FromHours(4))));
        var shares = new List<double>();
        var sections = (await new UsageSource(analytics.Object, usage.Object, scene.Database.Factory).ReadAsync(October(), share =>
        {
            shares.Add(share);
            return Task.CompletedTask;
        }, Token)).Value;

        // A day that was not read is a gap, not nothing.
        Assert.Equal([30_000.0, 3_000.0, 30L], sections[0].Figures.Take(3).Select(f => f.Value));
        Assert.Single(sections[0].Tables[0].Rows, row => row[1] is null && row[2] is null);
        Assert.Equal(TimeSpan.FromMinutes(5), sections[0].Notes.Single(note => note.Key == "Unseen").Value);
        Assert.Equal(["HOME-50", "HOME-20", new ReportWord("NoPlan")], sections[1].Tables[0].Rows.Select(row => row[0]));
        Assert.Equal([1L, 120.0], [sections[1].Tables[0].Rows[0][1], sections[1].Tables[0].Rows[0][4]]);
        Assert.Equal([("Siti Rahayu", 100.0), ("Siti Rahayu", 10.0), (null, 1.0)], sections[2].Tables[0].Rows.Select(row => ((string?)row[1], (double)row[4]!)));
        Assert.Equal(shares.Order(), shares);
        Assert.InRange(shares[^1], 0.85, 1);

        var other = (await new UsageSource(analytics.Object, usage.Object, scene.Database.Factory).ReadAsync(
            October() with { IsAll = false, Routers = new Dictionary<Guid, string> { [ProvisioningRig.RouterId(1)] = "RTR-2" } }, _ => Task.CompletedTask, Token)).Value;
        Assert.Equal("liar", Assert.Single(other[2].Tables[0].Rows)[0]);
        Assert.Equal(31.0, other[0].Figures[0].Value);
    }

    [Fact]
    public async Task Availability_tells_unread_time_apart_and_lists_the_worst_lines_of_many_pages()
    {
        await using var rig = await ReportingRig.CreateAsync();
        var (router, gone) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var lines = Enumerable.Range(0, 4_500).Select(n => new LineAvailabilityRow(
            Guid.CreateVersion7(), $"line-{n:0000}", router, "RTR-1", n % 100 == 7 ? Spent(90 - (n / 100.0), 10 + (n / 100.0)) : n % 500 == 3 ? Spent(0, 0, 100) : Spent(100, 0), 1, n % 500 == 3 ? null : n % 100 != 7)).ToList();
        var availability = new Mock<IAvailabilityReports>();
        availability.Setup(a => a.ListRoutersAsync(It.IsAny<DateTime>(), It.IsAny<DateTime>(), It.IsAny<CancellationToken>())).ReturnsAsync(Result.Of<IReadOnlyList<RouterAvailabilityRow>>(
            [new(router, "RTR-1", Spent(99, 1), false), new(gone, "RTR-2", Spent(0, 0, 100), null), new(Guid.CreateVersion7(), "RTR-X", Spent(1, 99), false)]));
        availability.Setup(a => a.ListLinesAsync(null, It.IsAny<DateTime>(), It.IsAny<DateTime>(), It.IsAny<PageRequest>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((Guid? _, DateTime _, DateTime _, PageRequest page, CancellationToken _) => Result.Of(Page<LineAvailabilityRow>.Of([.. lines.Skip(page.Skip).Take(page.Take)], page, lines.Count)));
        var analytics = new Mock<ISeriesAnalytics>();
        analytics.Setup(a => a.SumAsync(It.IsAny<SeriesGroupQuery>(), It.IsAny<int>(), It.IsAny<CancellationToken>())).ReturnsAsync(Result.Of(new SeriesResult(TimeSpan.FromHours(1), [])));
        var source = new AvailabilitySource(availability.Object, new ReportSeriesReader(Mock.Of<ISeriesReader>(), analytics.Object), rig.Database.Factory);
        var sections = (await source.ReadAsync(October() with { Routers = new Dictionary<Guid, string> { [router] = "RTR-1", [gone] = "RTR-2" } }, _ => Task.CompletedTask, Token)).Value;

        Assert.Equal([99.0, 0L, 1L, 1L], sections[0].Figures.Select(f => f.Value));
        Assert.Equal([new ReportWord("Missed"), new ReportWord("NotJudged")], sections[0].Tables[0].Rows.Select(row => row[2]));
        Assert.Equal([4_491L, 4_446L, 45L], sections[2].Figures.Select(f => f.Value));
        Assert.Equal(20, sections[2].Tables[0].Rows.Count);
        Assert.Equal("line-4407", sections[2].Tables[0].Rows[0][0]);
        Assert.Equal("NoOutages", Assert.Single(sections[1].Notes).Key);
    }

    [Fact]
    public async Task What_cannot_be_read_fails_the_report_with_its_own_reason()
    {
        await using var rig = await ReportingRig.CreateAsync();
        var analytics = new Mock<ISeriesAnalytics>();
        var history = new Mock<ISeriesReader>();
        var error = new Error("common.invalid", ErrorKind.Invalid);
        history.Setup(h => h.QueryAsync(It.IsAny<SeriesQuery>(), It.IsAny<CancellationToken>())).ReturnsAsync(error);
        var source = new PerformanceSource(new ReportSeriesReader(history.Object, analytics.Object), analytics.Object, new SeriesNames(rig.Database.Factory));
        Assert.Equal(error, (await source.ReadAsync(October(), _ => Task.CompletedTask, Token)).Error);
    }

    private static Availability Spent(double up, double down, double unread = 0) => new(TimeSpan.FromHours(up), TimeSpan.FromHours(down), TimeSpan.FromHours(unread), TimeSpan.Zero);

    private static ReportBrief October()
    {
        var period = new ReportPeriod(new(2026, 10, 1), new(2026, 10, 31));
        return new ReportBrief(
            period, Jakarta, ReportCalendar.StartUtc(period.FromOn, Jakarta), ReportCalendar.StartUtc(period.ToOn.AddDays(1), Jakarta), new Dictionary<Guid, string> { [ProvisioningRig.RouterId(0)] = "RTR-1", [ProvisioningRig.RouterId(1)] = "RTR-2" },
            true, new ReportSettings());
    }

    private static DateTime Utc(int month, int day) => new(2026, month, day, 4, 0, 0, DateTimeKind.Utc);

    private static async Task PutAsync(SubscriptionScene scene, Guid id, SubscriptionStatus status, DateTime? activated, DateTime? ended)
    {
        await using var context = scene.Database.Open();
        await context.Set<Subscription>().Where(s => s.Id == id).ExecuteUpdateAsync(
            set => set.SetProperty(s => s.Status, status).SetProperty(s => s.ActivatedAtUtc, activated).SetProperty(s => s.TerminatedAtUtc, ended), Token);
    }
}
