using IspPortal.Core.Alerts.OnCall;

namespace IspPortal.Tests.Alerts;

public sealed class TakingTurnsOnCallTests
{
    private static readonly Guid Ayu = new("01890000-0000-7000-8000-00000000a001");
    private static readonly Guid Bagus = new("01890000-0000-7000-8000-00000000a002");
    private static readonly Guid Citra = new("01890000-0000-7000-8000-00000000a003");
    private static readonly TimeZoneInfo Jakarta = TimeZoneInfo.FindSystemTimeZoneById("Asia/Jakarta");
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    [Fact]
    public void People_take_turns_from_the_hand_over_on()
    {
        var rota = Rota(new(2026, 11, 2), new(8, 0), Jakarta);
        Assert.Null(rota.WhoAt(Utc(2026, 11, 2, 0, 59)));
        Assert.Equal(Ayu, rota.WhoAt(Utc(2026, 11, 2, 1, 0)));
        Assert.Equal(Ayu, rota.WhoAt(Utc(2026, 11, 9, 0, 59)));
        Assert.Equal(Bagus, rota.WhoAt(Utc(2026, 11, 9, 1, 0)));
        Assert.Equal(Citra, rota.WhoAt(Utc(2026, 11, 16, 1, 0)));
        Assert.Equal(Ayu, rota.WhoAt(Utc(2026, 11, 23, 1, 0)));
    }

    [Fact]
    public void Nobody_is_on_call_without_a_rota()
    {
        Assert.Null(new OnCallRota(new(2026, 11, 2), new(8, 0), 1, [], [], Jakarta).WhoAt(Utc(2026, 11, 9, 1, 0)));
        Assert.Empty(new OnCallRota(new(2026, 11, 2), new(8, 0), 1, [], [], Jakarta).Turns(Utc(2026, 11, 9, 0, 0), Utc(2026, 12, 9, 0, 0)));
    }

    [Fact]
    public void Whoever_stands_in_is_on_call_for_that_time_and_the_last_made_counts()
    {
        var rota = new OnCallRota(
            new(2026, 11, 2), new(8, 0), 1, [Ayu, Bagus],
            [new(Bagus, Utc(2026, 11, 3, 0, 0), Utc(2026, 11, 5, 0, 0), Ayu), new(Citra, Utc(2026, 11, 4, 0, 0), Utc(2026, 11, 4, 12, 0), Bagus)], Jakarta);
        Assert.Equal(Bagus, rota.WhoAt(Utc(2026, 11, 3, 0, 0)));
        Assert.Equal(Citra, rota.WhoAt(Utc(2026, 11, 4, 11, 59)));
        Assert.Equal(Bagus, rota.WhoAt(Utc(2026, 11, 4, 12, 0)));
        Assert.Equal(Ayu, rota.WhoAt(Utc(2026, 11, 5, 0, 0)));

        var turns = rota.Turns(Utc(2026, 11, 2, 12, 0), Utc(2026, 11, 10, 0, 0));
        Assert.Equal([Ayu, Bagus, Citra, Bagus, Ayu, Bagus], turns.Select(t => t.UserId));
        Assert.All(turns.Zip(turns.Skip(1)), pair => Assert.Equal(pair.First.ToUtc, pair.Second.FromUtc));
    }

    [Fact]
    public void Daylight_saving_moves_no_hand_over_on_the_clock_of_the_wall()
    {
        // Berlin: summer time ends on 25 October 2026 and begins on 28 March 2027.
        var rota = Rota(new(2026, 10, 19), new(8, 0), Berlin);
        Assert.Equal(Utc(2026, 10, 26, 7, 0), rota.Turns(Utc(2026, 10, 20, 0, 0), Utc(2026, 10, 30, 0, 0))[0].ToUtc);
        Assert.Equal(TimeSpan.FromHours((7 * 24) + 1), rota.Turns(Utc(2026, 10, 19, 6, 0), Utc(2026, 10, 30, 0, 0))[0] is { } turn ? turn.ToUtc - turn.FromUtc : default);
        Assert.Equal(Utc(2027, 3, 29, 6, 0), rota.Turns(Utc(2027, 3, 24, 0, 0), Utc(2027, 4, 1, 0, 0))[0].ToUtc);
    }

    [Fact]
    public void A_hand_over_in_the_hour_that_is_left_out_or_comes_twice_happens_once()
    {
        var spring = new OnCallRota(new(2027, 3, 21), new(2, 30), 1, [Ayu, Bagus], [], Berlin);
        Assert.Equal(Ayu, spring.WhoAt(Utc(2027, 3, 28, 0, 59)));
        Assert.Equal(Bagus, spring.WhoAt(Utc(2027, 3, 28, 1, 0)));

        var autumn = new OnCallRota(new(2026, 10, 18), new(2, 30), 1, [Ayu, Bagus], [], Berlin);
        Assert.Equal(Ayu, autumn.WhoAt(Utc(2026, 10, 25, 0, 29)));
        Assert.Equal(Bagus, autumn.WhoAt(Utc(2026, 10, 25, 0, 30)));
        Assert.Equal(Bagus, autumn.WhoAt(Utc(2026, 10, 25, 1, 30)));
    }

    [Fact]
    public void Every_hour_of_two_years_has_exactly_one_on_call()
    {
        var rota = Rota(new(2026, 1, 5), new(2, 30), Berlin);
        var turns = rota.Turns(Utc(2026, 1, 6, 0, 0), Utc(2028, 1, 6, 0, 0));
        Assert.All(turns.Zip(turns.Skip(1)), pair => Assert.Equal(pair.First.ToUtc, pair.Second.FromUtc));
        for (var at = Utc(2026, 1, 6, 0, 0); at < Utc(2028, 1, 1, 0, 0); at = at.AddHours(1))
        {
            Assert.Equal(turns.Single(t => t.FromUtc <= at && at < t.ToUtc).UserId, rota.WhoAt(at));
        }
    }

    private static OnCallRota Rota(DateOnly from, TimeOnly at, TimeZoneInfo zone) => new(from, at, 1, [Ayu, Bagus, Citra], [], zone);

    private static DateTime Utc(int year, int month, int day, int hour, int minute) => new(year, month, day, hour, minute, 0, DateTimeKind.Utc);
}
