using IspPortal.Core.Common.Time;
using IspPortal.Tests.Support;

namespace IspPortal.Tests.Common;

public sealed class MakingIdsTests
{
    private const int Many = 20_000;

    [Fact]
    public void Ids_of_one_moment_grow_as_bytes_and_as_Guids()
    {
        var clock = new ManualClock();
        var ids = Enumerable.Range(0, Many).Select(_ => Ids.New(clock)).ToList();
        Assert.Equal(ids.Order(), ids);
        Assert.Equal(ids.OrderBy(id => Convert.ToHexString(id.ToByteArray(bigEndian: true)), StringComparer.Ordinal), ids);
        Assert.Equal(Many, ids.Distinct().Count());
        Assert.All(ids, id => Assert.Equal((7, 0x8), (id.Version, id.Variant & 0xC)));
    }

    [Fact]
    public void An_id_tells_its_time_and_its_rest_is_random()
    {
        var clock = new ManualClock();
        var (first, second) = (Ids.New(clock), Ids.New(new ManualClock()));
        Assert.Equal(new DateTimeOffset(clock.NowUtc).ToUnixTimeMilliseconds(), MillisecondsOf(first));
        Assert.Equal(first.ToByteArray(bigEndian: true)[..8], second.ToByteArray(bigEndian: true)[..8]);
        Assert.NotEqual(first.ToByteArray(bigEndian: true)[8..], second.ToByteArray(bigEndian: true)[8..]);
    }

    [Fact]
    public void A_clock_that_is_corrected_a_little_goes_on_and_one_that_is_set_back_begins_again()
    {
        var clock = new ManualClock();
        var first = Ids.New(clock);
        clock.Advance(TimeSpan.FromMilliseconds(-300));
        var second = Ids.New(clock);
        Assert.True(first < second);
        clock.Advance(TimeSpan.FromDays(-1));
        var third = Ids.New(clock);
        Assert.Equal(new DateTimeOffset(clock.NowUtc).ToUnixTimeMilliseconds(), MillisecondsOf(third));
        clock.Advance(TimeSpan.FromDays(2));
        Assert.True(second < Ids.New(clock));
    }

    [Fact]
    public async Task Ids_that_many_threads_make_at_once_differ_and_grow_in_each()
    {
        var clock = new ManualClock();
        var made = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Enumerable.Range(0, Many / 4).Select(_ => Ids.New(clock)).ToList())));
        Assert.All(made, ids => Assert.Equal(ids.Order(), ids));
        Assert.Equal(Many, made.SelectMany(ids => ids).Select(id => Convert.ToHexString(id.ToByteArray(bigEndian: true)[..8])).Distinct(StringComparer.Ordinal).Count());
    }

    private static long MillisecondsOf(Guid id) => Convert.ToInt64(Convert.ToHexString(id.ToByteArray(bigEndian: true)[..6]), 16);
}
