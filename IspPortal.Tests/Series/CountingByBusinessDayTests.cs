using IspPortal.Core.Monitoring.Series;
using IspPortal.Infrastructure.Series;
using IspPortal.Tests.Series.Support;
using IspPortal.Tests.Support;

namespace IspPortal.Tests.Series;

/// <summary>A day of usage is a day of the business: 24 hours, or what the clocks of its zone make of it.</summary>
public sealed class CountingByBusinessDayTests
{
    private static readonly Guid Router = new("0190a000-0000-7000-8000-000000000001");
    private static readonly Guid Access = new("0190a000-0000-7000-8000-0000000000aa");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string, string, string, int[]> Months => new()
    {
        { "Sqlite", "Asia/Jakarta", "2026-02-27", [24, 24, 24, 24] },
        { "Sqlite", "Europe/Berlin", "2026-03-28", [24, 23, 24] },
        { "Sqlite", "Europe/Berlin", "2026-10-24", [24, 25, 24] },
        { "Sqlite", "America/Sao_Paulo", "2017-10-14", [24, 23, 24] },
        { "Sqlite", "Asia/Kathmandu", "2026-12-31", [24, 24] },
        { "Postgres", "Europe/Berlin", "2026-10-24", [24, 25, 24] },
    };

    [Theory, MemberData(nameof(Months))]
    public async Task Days_have_the_hours_that_their_zone_gives_them(string provider, string zoneName, string first, int[] hours)
    {
        await using var place = await SeriesPlace.CreateAsync(provider);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(zoneName);
        var (clock, on) = (new ManualClock(), DateOnly.Parse(first, System.Globalization.CultureInfo.InvariantCulture));
        var store = place.Store(clock);
        var days = new BusinessDays(zone);
        var (fromMs, toMs) = (days.StartOf(on), days.StartOf(on.AddDays(hours.Length)));
        for (var atMs = fromMs + 600_000; atMs <= toMs; atMs += 600_000)
        {
            clock.NowUtc = DateTime.UnixEpoch.AddMilliseconds(atMs);
            await store.AppendAsync(
                new SeriesBatch(Router, clock.NowUtc, [new SeriesSample(SeriesSubject.Access(Access), Metric.DownBytes, 1_000, TimeSpan.FromMinutes(10))]), Token);
            if ((atMs / 600_000) % 50 == 0)
            {
                await store.CompactAsync(SeriesRetention.Default with { BusinessZone = zone }, Token);
            }
        }

        var used = await store.Usage.DaysAsync(Access, on, on.AddDays(hours.Length - 1), zone, Token);
        Assert.Equal(hours.Select((h, i) => (on.AddDays(i), h * 6_000L, h * 3_600_000L)), used.Select(d => (d.On, d.Count.Down, d.Count.SeenMs)));
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task Sums_begin_with_a_day_of_each_access_s_own(string provider)
    {
        await using var place = await SeriesPlace.CreateAsync(provider);
        var (clock, zone, first) = (new ManualClock(), TimeZoneInfo.FindSystemTimeZoneById("Asia/Jakarta"), new DateOnly(2026, 11, 20));
        var store = place.Store(clock);
        Guid[] accesses = [.. Enumerable.Range(0, 40).Select(n => new Guid(n, 0, 0x7000, [0x80, 0, 0, 0, 0, 0, 0, 0xaa]))];
        for (var day = 0; day < 4; day++)
        {
            // The last day is still in the journal.
            clock.NowUtc = first.AddDays(day).ToDateTime(new TimeOnly(3, 0), DateTimeKind.Utc);
            await store.AppendAsync(new SeriesBatch(Router, clock.NowUtc, [.. accesses.Select(id => new SeriesSample(SeriesSubject.Access(id), Metric.DownBytes, 1_000, TimeSpan.FromMinutes(10)))]), Token);
            if (day < 3)
            {
                clock.NowUtc = clock.NowUtc.AddHours(3);
                await store.CompactAsync(SeriesRetention.Default with { BusinessZone = zone }, Token);
            }
        }

        var sums = await store.Usage.SumsSinceAsync(accesses.Index().ToDictionary(a => a.Item, a => first.AddDays(a.Index % 5)), first.AddDays(3), zone, Token);
        Assert.Equal(accesses.Index().Where(a => a.Index % 5 < 4).Select(a => (a.Item, 1_000L * (4 - (a.Index % 5)))), accesses.Where(sums.ContainsKey).Select(id => (id, sums[id].Down)));
        Assert.Empty(await store.Usage.SumsSinceAsync(new Dictionary<Guid, DateOnly>(), first, zone, Token));
    }

    [Fact]
    public void What_was_not_seen_over_midnight_is_split_between_the_days()
    {
        var days = new BusinessDays(TimeZoneInfo.FindSystemTimeZoneById("Asia/Jakarta"));
        var midnight = days.StartOf(new DateOnly(2026, 12, 1));
        Assert.Equal(17, DateTime.UnixEpoch.AddMilliseconds(midnight).Hour);
        Assert.Equal(
            [(new DateOnly(2026, 12, 1).DayNumber, 600_000L), (new DateOnly(2026, 11, 30).DayNumber, 86_400_000L), (new DateOnly(2026, 11, 29).DayNumber, 1_000L)],
            days.Split(midnight + 600_000, 86_400_000 + 601_000));
    }

    [Fact]
    public void A_moment_that_ends_a_day_belongs_to_it()
    {
        var days = new BusinessDays(TimeZoneInfo.Utc);
        var midnight = days.StartOf(new DateOnly(2026, 12, 1));
        Assert.Equal(new DateOnly(2026, 11, 30).DayNumber, days.DayOf(midnight));
        Assert.Equal(new DateOnly(2026, 12, 1).DayNumber, days.DayOf(midnight + 1));
    }
}
