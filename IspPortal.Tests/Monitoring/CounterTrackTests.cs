using IspPortal.Core.Monitoring;
using IspPortal.Infrastructure.Monitoring.Collection;

namespace IspPortal.Tests.Monitoring;

public sealed class CounterTrackTests
{
    private static readonly DateTime Start = new(2026, 11, 22, 3, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void A_counter_that_began_with_its_session_says_all_of_it_at_the_first_look()
    {
        var track = new CounterTrack();
        Assert.Null(Look(track, 0, 700));
        Assert.Equal((700L, 700L, null), (track.Total, track.Counter, track.Rate));
        Look(track, 10, 1_000);
        Assert.Equal((1_000L, 240L), (track.Total, track.Rate));
    }

    [Fact]
    public void A_counter_that_is_older_than_the_session_begins_at_nothing()
    {
        var track = new CounterTrack();
        Look(track, 0, 5_000_000, fromItsStart: false);
        Assert.Equal(0, track.Total);
        Look(track, 10, 5_000_400, fromItsStart: false);
        Assert.Equal(400, track.Total);
    }

    [Fact]
    public void A_reset_neither_loses_nor_doubles()
    {
        var track = new CounterTrack();
        Look(track, 0, 1_000_000_000);
        Look(track, 10, 50);
        Assert.Equal((1_000_000_050L, 50L, null), (track.Total, track.Counter, track.Rate));
        Look(track, 20, 80);
        Assert.Equal(1_000_000_080, track.Total);
    }

    [Fact]
    public void Growth_while_it_could_not_be_read_is_counted_and_gives_no_rate()
    {
        var track = new CounterTrack();
        Look(track, 0, 100);
        track.Lose();
        Assert.Null(Look(track, 600, 900));
        Assert.Equal((900L, null), (track.Total, track.Rate));
    }

    [Fact]
    public void Another_interface_of_the_same_session_counts_anew_from_zero()
    {
        var track = new CounterTrack();
        Look(track, 0, 100, epoch: 1);
        Look(track, 10, 900, epoch: 2);
        Assert.Equal(1_000, track.Total);
        track.Lose();
        Look(track, 20, 50, epoch: 3);
        Assert.Equal(1_050, track.Total);
    }

    [Fact]
    public void A_narrow_counter_that_wraps_goes_on()
    {
        var track = new CounterTrack();
        Look(track, 0, uint.MaxValue - 99);
        Look(track, 10, 100);
        Assert.Equal(uint.MaxValue - 99 + 200L, track.Total);
    }

    [Theory]
    [InlineData(300, 1_200)]
    [InlineData(40, 1_040)]
    public void What_another_process_counted_goes_on_whether_the_counter_was_reset_or_not(ulong now, long total)
    {
        var track = new CounterTrack(totalBefore: 1_000, counterBefore: 100);
        Assert.Equal(1_000, track.Total);
        Assert.Null(Look(track, 0, now));
        Assert.Equal((total, (long)now, null), (track.Total, track.Counter, track.Rate));
    }

    [Fact]
    public void What_another_process_never_read_begins_as_any_other()
    {
        var track = new CounterTrack(null, null);
        Look(track, 0, 300);
        Assert.Equal(300, track.Total);
    }

    private static CounterStep? Look(CounterTrack track, int second, ulong value, long epoch = 1, bool fromItsStart = true) =>
        track.Look(new CounterReading(value, Start.AddSeconds(second), epoch), TimeSpan.FromSeconds(30), fromItsStart);
}
