using IspPortal.Core.Monitoring.Series;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Routers;
using IspPortal.Core.Settings;
using IspPortal.Infrastructure.Lab.Sample;
using IspPortal.Infrastructure.Lab.Seeding;
using IspPortal.Infrastructure.Lab;
using IspPortal.Infrastructure.Monitoring;
using IspPortal.Infrastructure.Series;
using IspPortal.Tests.Network.Provisioning;
using IspPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace IspPortal.Tests.Monitoring;

public sealed class SeedingTheLabTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_demo_gets_its_routers_once_and_a_past_that_can_be_charted()
    {
        await using var database = await PortalDatabase.CreateAsync("Sqlite");
        var options = new LabOptions { Enabled = true };
        var sample = new SampleIsp(options);
        var step = new LabRoutersStep(options, sample, new LabControl(), database.Source, TimeProvider.System);
        await step.StartAsync(Token);
        await step.StartAsync(Token);
        await using (var context = database.Open())
        {
            Assert.Equal(sample.Routers.Count, await context.Set<Router>().CountAsync(Token));
            Assert.Equal(sample.Subscribers.Count(), await context.Set<AccessAccount>().CountAsync(Token));
        }

        var seriesDatabase = new SqliteSeriesDatabase(Path.Combine(database.Options.DataDirectory, "series.db"));
        using var store = new SeriesStore(seriesDatabase, TimeProvider.System);
        using var history = new LabHistoryStep(sample, store, store.Usage, new BusinessZone(new SettingsOf<CompanySettings>(() => new CompanySettings())), TimeProvider.System, NullLogger<LabHistoryStep>.Instance);
        var start = TimeProvider.System.GetTimestamp();
        Assert.Equal(sample.Subscribers.Count(), await history.BackFillAsync(Token));
        TestContext.Current.TestOutputHelper?.WriteLine($"Back-fill: {TimeProvider.System.GetElapsedTime(start).TotalSeconds:0.0} s");
        Assert.Equal(0, await history.BackFillAsync(Token));

        Assert.Empty((await store.VerifyAsync(TimeZoneInfo.FindSystemTimeZoneById("Asia/Jakarta"), repair: false, Token)).Faults);
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var on = DateOnly.FromDateTime(now);
        var usedDays = await store.Usage.DaysAsync(LabLines.AccessId(5), on.AddDays(-29), on.AddDays(1), TimeZoneInfo.FindSystemTimeZoneById("Asia/Jakarta"), Token);
        Assert.InRange(usedDays.Count, 29, 31);
        Assert.All(usedDays, d => Assert.True(d.Count.Down > 0));
        foreach (var subject in new[] { SeriesSubject.Network, SeriesSubject.Router(LabLines.RouterId(0)), SeriesSubject.Access(LabLines.AccessId(5)) })
        {
            foreach (var days in new[] { 1, 6, 29 })
            {
                var chart = await store.QueryAsync(new SeriesQuery(subject, Metric.DownBytes, now.AddDays(-days), now.AddMinutes(-2), 400), Token);
                Assert.All(chart.Points.SkipLast(2), p => Assert.NotNull(p.Average));
                Assert.Contains(chart.Points, p => p.Average > 0);
            }
        }

        seriesDatabase.Release();
    }
}
