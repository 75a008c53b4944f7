using IspPortal.Core.Monitoring.Analytics;
using IspPortal.Core.Monitoring.Series;

namespace IspPortal.Tests.Monitoring.Analytics;

public sealed class JudgingAvailabilityTests
{
    private static readonly DateTime Start = new(2026, 11, 1, 0, 0, 0, DateTimeKind.Utc);

    private static readonly TimeSlice Day = Hours(0, 24);

    [Fact]
    public void Four_kinds_of_time_add_up_to_the_day()
    {
        // Up until 10 and from 12 on; works 10:30–11:30; not read 20–21.
        var availability = AvailabilityRule.Judge(Day, [Hours(-5, 10), Hours(12, 30)], [Hours(20, 21)], [Hours(10.5, 11.5)]);
        Assert.Equal((21.0, 1.0, 1.0, 1.0), (availability.Up.TotalHours, availability.Down.TotalHours, availability.Unread.TotalHours, availability.Excused.TotalHours));
        Assert.Equal(2100.0 / 22, availability.Percent!.Value, 9);
    }

    [Fact]
    public void Excused_time_counts_for_nobody_even_when_it_worked()
    {
        var availability = AvailabilityRule.Judge(Day, [Day], [], [Hours(2, 6), Hours(4, 8)]);
        Assert.Equal((18.0, 0.0, 6.0), (availability.Up.TotalHours, availability.Down.TotalHours, availability.Excused.TotalHours));
        Assert.Equal(100, availability.Percent);
    }

    [Fact]
    public void Time_that_nobody_looked_at_is_not_judged()
    {
        var availability = AvailabilityRule.Judge(Day, [], [Day], []);
        Assert.Null(availability.Percent);
        Assert.Null(availability.Meets(99.5));
        Assert.Equal(24, availability.Unread.TotalHours);
    }

    [Fact]
    public void The_promise_is_kept_at_its_edge_and_missed_a_second_below()
    {
        // 99.5 % of 24 h: 7 min 12 s.
        var allowed = TimeSpan.FromSeconds(432);
        Assert.True(AvailabilityRule.Judge(Day, [new(Start + allowed, Day.ToUtc)], [], []).Meets(99.5));
        Assert.False(AvailabilityRule.Judge(Day, [new(Start + allowed + TimeSpan.FromSeconds(1), Day.ToUtc)], [], []).Meets(99.5));
    }

    [Fact]
    public void Overlapping_sessions_are_one_and_a_redial_is_no_loss()
    {
        TimeSlice[] sessions = [Hours(0, 5), Hours(4, 8), new(Start.AddHours(8).AddSeconds(40), Start.AddHours(12)), Hours(14, 16), Hours(18, 24)];
        Assert.Equal(20 - (40.0 / 3600), AvailabilityRule.Judge(Day, sessions, [], []).Up.TotalHours, 6);
        Assert.Equal(2, AvailabilityRule.LossesIn(Day, sessions, [], []));
        // Isolated at 12: that it went then is nobody's loss.
        Assert.Equal(1, AvailabilityRule.LossesIn(Day, sessions, [], [Hours(12, 14)]));
        Assert.Equal(1, AvailabilityRule.LossesIn(Day, sessions, [Hours(15.5, 18)], []));
        Assert.Equal(0, AvailabilityRule.LossesIn(Day, [], [], []));
    }

    [Fact]
    public void Points_of_a_router_say_what_answered_and_what_was_not_read()
    {
        var points = new SeriesResult(TimeSpan.FromHours(1), [new(Start.AddHours(1), 100, 100), new(Start.AddHours(2), 75, 100), new(Start.AddHours(3), null, null), new(Start.AddHours(4), 0, 0)]);
        var (up, unread) = AvailabilityRule.Read(points, Hours(0, 6));
        var availability = AvailabilityRule.Judge(Hours(0, 6), up, unread, []);
        Assert.Equal((1.75, 1.25, 3.0), (availability.Up.TotalHours, availability.Down.TotalHours, availability.Unread.TotalHours));
    }

    [Fact]
    public void Slices_are_cut_and_joined_like_paper()
    {
        Assert.Equal([Hours(1, 4), Hours(6, 7)], TimeSlices.Union([Hours(6, 7), Hours(2, 4), Hours(1, 3), Hours(5, 5)]));
        Assert.Equal([Hours(0, 1), Hours(2, 3), Hours(4, 6)], TimeSlices.Without([Hours(0, 6)], [Hours(1, 2), Hours(3, 4), Hours(7, 9)]));
        Assert.Empty(TimeSlices.Without([Hours(1, 2)], [Hours(0, 3)]));
        Assert.Equal([Hours(0, 2)], TimeSlices.Within([Hours(-3, 2), Hours(30, 31)], Day));
    }

    private static TimeSlice Hours(double from, double to) => new(Start.AddHours(from), Start.AddHours(to));
}
