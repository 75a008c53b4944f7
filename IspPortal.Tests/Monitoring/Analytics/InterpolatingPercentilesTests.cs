using IspPortal.Core.Monitoring.Analytics;

namespace IspPortal.Tests.Monitoring.Analytics;

public sealed class InterpolatingPercentilesTests
{
    [Theory]
    [InlineData(new double[] { 7 }, 95, 7)]
    [InlineData(new double[] { 10, 20 }, 50, 15)]
    [InlineData(new double[] { 5, 1, 4, 2, 3 }, 0, 1)]
    [InlineData(new double[] { 5, 1, 4, 2, 3 }, 100, 5)]
    [InlineData(new double[] { 5, 1, 4, 2, 3 }, 95, 4.8)]
    [InlineData(new double[] { 15, 20, 35, 40, 50 }, 40, 29)]
    public void It_lies_between_the_closest_ranks(double[] values, double percent, double expected) =>
        Assert.Equal(expected, Percentile.Of(values.Select(v => (double?)v), percent)!.Value, 9);

    [Fact]
    public void What_was_not_read_does_not_count_as_nothing()
    {
        Assert.Null(Percentile.Of([null, null], 95));
        Assert.Null(Percentile.Of([], 95));
        Assert.Equal(4, Percentile.Of([null, 4, null], 95));
    }

    [Theory, InlineData(-1), InlineData(100.5)]
    public void A_share_that_cannot_be_is_a_broken_promise(double percent) => Assert.Throws<ArgumentOutOfRangeException>(() => Percentile.Of([1], percent));
}
