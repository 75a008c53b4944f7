using IspPortal.Infrastructure.Lab;
using IspPortal.Infrastructure.Lab.Sessions;
using IspPortal.Infrastructure.Lab.Traffic;
using IspPortal.Tests.Support;

namespace IspPortal.Tests.Lab;

public sealed class TrafficMovesTests
{
    private static readonly long Midnight = new DateTime(2026, 11, 21, 17, 0, 0, DateTimeKind.Utc).Ticks;

    [Fact]
    public void Counter_is_the_integral_of_the_rate()
    {
        var line = new LineTraffic(4711, isOffice: false, ShapedRate.Parse("10M/20M"));
        var from = Midnight + (20 * TimeSpan.TicksPerHour);
        var summed = 0.0;

        // Every slot of 0.66 s has one rate: steps of a millisecond miss only the edges.
        for (var ms = 0; ms < 60_000; ms++)
        {
            summed += line.RateAt(from + (ms * TimeSpan.TicksPerMillisecond) + (TimeSpan.TicksPerMillisecond / 2)).Down / 1_000;
        }

        var counted = line.Between(from, from + TimeSpan.TicksPerMinute).Down;
        Assert.True(counted > 0);
        Assert.Equal(1.0, summed / counted, 0.002);
    }

    [Fact]
    public void Rate_never_exceeds_the_shape()
    {
        for (ulong seed = 0; seed < 200; seed++)
        {
            var line = new LineTraffic(seed, isOffice: false, ShapedRate.Parse("5M/10M"));
            for (var minute = 0; minute < 24 * 60; minute += 7)
            {
                var (down, up) = line.RateAt(Midnight + (minute * TimeSpan.TicksPerMinute));
                Assert.InRange(8 * down, 0, 10_000_001);
                Assert.InRange(8 * up, 0, 5_000_001);
            }
        }
    }

    [Fact]
    public void Evening_is_busy_night_is_quiet_and_few_use_most()
    {
        var lines = Enumerable.Range(0, 600).Select(i => new LineTraffic((ulong)i * 77, isOffice: false, ShapedRate.Parse("10M/20M"))).ToList();
        double Sum(int hour) => lines.Sum(l => l.Between(Midnight + (hour * TimeSpan.TicksPerHour), Midnight + ((hour + 1) * TimeSpan.TicksPerHour)).Down);

        var hours = Enumerable.Range(0, 24).Select(Sum).ToList();
        var days = lines.Select(l => l.Between(Midnight, Midnight + TimeSpan.TicksPerDay)).ToList();
        var byUse = days.Select(d => d.Down).OrderDescending().ToList();

        Assert.InRange(hours.IndexOf(hours.Max()), 19, 22);
        Assert.InRange(hours.IndexOf(hours.Min()), 3, 5);
        Assert.True(hours.Max() > 3.5 * hours.Min());
        Assert.True(byUse.Take(60).Sum() > 0.28 * byUse.Sum());
        Assert.True(days.Sum(d => d.Down) > 6 * days.Sum(d => d.Up));

        // What one line needs at the peak, in bit/s: Indonesian ISPs plan with 2 to 4 Mbit/s.
        Assert.InRange(8 * hours.Max() / 3600 / lines.Count, 1.0e6, 5.0e6);
    }

    [Fact]
    public void A_second_by_second_graph_looks_alive()
    {
        var line = new LineTraffic(12, isOffice: false, ShapedRate.Parse("10M/20M"));
        var rates = Enumerable.Range(0, 120).Select(s => line.RateAt(Midnight + (20 * TimeSpan.TicksPerHour) + (s * TimeSpan.TicksPerSecond)).Down).ToList();

        Assert.True(rates.Distinct().Count() > 60);
        Assert.True(rates.Max() > 1.5 * rates.Min());
    }

    [Fact]
    public async Task Counters_over_the_wire_equal_the_model_and_never_fall()
    {
        var clock = new LabClock();
        await using var lab = LabRouters.Start("7.18", sessions: 25, time: clock);
        await using var client = await RawClient.LoginAsync(lab.Router.Port);
        var sessions = lab.Router.World.Access.Ppp.ToList();
        var previous = await ReadAsync();
        for (var step = 0; step < 60; step++)
        {
            var from = clock.GetUtcNow().UtcTicks;
            clock.Move(TimeSpan.FromSeconds(step % 3 == 0 ? 1 : 37 * step));
            var now = await ReadAsync();
            foreach (var session in sessions)
            {
                var (down, up) = session.Traffic.Between(from, clock.GetUtcNow().UtcTicks);
                Assert.InRange(now[session.Name].Tx - previous[session.Name].Tx - down, -1.5, 1.5);
                Assert.InRange(now[session.Name].Rx - previous[session.Name].Rx - up, -1.5, 1.5);
            }

            Assert.All(now, row => Assert.True(row.Value.Rx >= previous[row.Key].Rx && row.Value.Tx >= previous[row.Key].Tx));
            var customers = now.Where(r => r.Key.StartsWith('<')).Sum(r => r.Value.Tx);
            Assert.True(now["ether1"].Rx > customers);
            previous = now;
        }

        async Task<Dictionary<string, (long Rx, long Tx)>> ReadAsync() =>
            (await client.RowsAsync("/interface/print", "=.proplist=name,rx-byte,tx-byte")).ToDictionary(r => r.Value("name")!, r => (r.Number("rx-byte"), r.Number("tx-byte")));
    }

    [Fact]
    public async Task Monitor_traffic_queue_and_true_rate_agree()
    {
        var clock = new LabClock();
        await using var lab = LabRouters.Start("7.18", sessions: 20, time: clock);
        await using var client = await RawClient.LoginAsync(lab.Router.Port);
        var control = new LabControl { Network = lab.Network };
        var session = lab.Router.World.Access.Ppp.First(s => s.Rate is not null);

        var truth = control.TrueRate("RTR-TEST-1", session.User, clock.GetUtcNow().UtcDateTime).Value;
        var queue = Assert.Single(await client.RowsAsync("/queue/simple/print", $"?name={session.Name}"));
        var monitored = await client.RowsAsync("/interface/monitor-traffic", $"=interface={session.Name},ether1", "=once=");

        Assert.Equal($"{(long)truth.UploadBitsPerSecond}/{(long)truth.DownloadBitsPerSecond}", queue.Value("rate"));
        Assert.Equal([session.Name, "ether1"], monitored.Select(m => m.Value("name")));
        var (down, up) = session.Traffic.Between(clock.GetUtcNow().UtcTicks - TimeSpan.TicksPerSecond, clock.GetUtcNow().UtcTicks);
        Assert.Equal((long)(8 * up), monitored[0].Number("rx-bits-per-second"));
        Assert.Equal((long)(8 * down), monitored[0].Number("tx-bits-per-second"));
    }

    [Fact]
    public async Task Monitor_traffic_streams_until_cancelled()
    {
        await using var lab = LabRouters.Start("7.18", sessions: 3);
        await using var client = await RawClient.LoginAsync(lab.Router.Port);
        await client.SendAsync("/interface/monitor-traffic", "=interface=ether1", "=interval=200ms", ".tag=m");
        for (var i = 0; i < 3; i++)
        {
            Assert.True((await client.ReadAsync()).Number("rx-bits-per-second") >= 0);
        }

        await client.SendAsync("/cancel", "=tag=m", ".tag=c");
        RawClient.Sentence sentence;
        do
        {
            sentence = await client.ReadAsync();
        }
        while (!(sentence is { Word: "!done", Tag: "m" }));
    }

    [Fact]
    public void A_reading_costs_the_same_however_long_nobody_looked()
    {
        var curve = new TrafficCurve(1, 2, 5e9, 2_500_000, DailyRhythm.Home);

        Assert.Equal(
            curve.Between(Midnight, Midnight + (30 * TimeSpan.TicksPerDay)),
            Enumerable.Range(0, 30 * 24).Sum(h => curve.Between(Midnight + (h * TimeSpan.TicksPerHour), Midnight + ((h + 1) * TimeSpan.TicksPerHour))),
            1.0);
    }
}
