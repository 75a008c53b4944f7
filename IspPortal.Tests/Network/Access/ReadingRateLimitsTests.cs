using FsCheck;
using FsCheck.Fluent;
using IspPortal.Core.Network.Access;

namespace IspPortal.Tests.Network.Access;

public sealed class ReadingRateLimitsTests
{
    [Theory]
    [InlineData("10M/50M 12M/60M 8M/40M 10/10 8 2M/10M", "10M/50M 12M/60M 8M/40M 10/10 8 2M/10M")]
    [InlineData("10M", "10M/10M")]
    [InlineData("512k/1500k", "512k/1500k")]
    [InlineData("10000000/20000000", "10M/20M")]
    [InlineData("1.5M/2M", "1500k/2M")]
    [InlineData("5M/10M 0/0 0/0 0/0 8", "5M/10M")]
    [InlineData("5M/10M 0/0 0/0 0/0 3", "5M/10M 0/0 0/0 0/0 3")]
    [InlineData("5M/10M 6M/12M", "5M/10M 6M/12M")]
    [InlineData("5M/10M 6M/12M 5M/10M 1/1 8 5M/10M", "5M/10M 6M/12M")]
    [InlineData("  5M/10M   6M/12M  4M/8M 1m30s/16s", "5M/10M 6M/12M 4M/8M 90/16")]
    [InlineData("0/0", "0/0")]
    public void Text_reads_and_prints_in_its_shortest_form(string text, string expected)
    {
        Assert.True(RateLimit.TryParse(text, out var limit));
        Assert.Equal(expected, limit.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("fast")]
    [InlineData("10M/")]
    [InlineData("10M/20M/30M")]
    [InlineData("-5M")]
    [InlineData("10M/20M 1 2 3 9")]
    [InlineData("10M/20M 0/0 0/0 0/0 0")]
    [InlineData("10M/20M 0/0 0/0 0/0 8 11M/20M")]
    [InlineData("10M/20M 0/0 0/0 0/0 8 1M/1M x")]
    [InlineData("1.0000001M")]
    [InlineData("99999999999999999999")]
    [InlineData("10 M")]
    public void What_a_router_would_refuse_is_refused(string text) => Assert.False(RateLimit.TryParse(text, out _));

    [Fact]
    public void Rx_is_the_customers_upload()
    {
        Assert.True(RateLimit.TryParse("5M/20M", out var limit));
        Assert.Equal(5_000_000, limit.Rate.UploadBitsPerSecond);
        Assert.Equal(20_000_000, limit.Rate.DownloadBitsPerSecond);
    }

    [Fact]
    public void Printed_text_reads_back_as_the_same_limit() =>
        Prop.ForAll(Limits().ToArbitrary(), limit => RateLimit.TryParse(limit.ToString(), out var again) && again == limit).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_text_that_reads_prints_to_text_that_reads_the_same() =>
        Prop.ForAll(Texts().ToArbitrary(), text => !RateLimit.TryParse(text, out var limit) || (RateLimit.TryParse(limit.ToString(), out var again) && again == limit)).QuickCheckThrowOnFailure();

    private static Gen<RatePair> Pairs() =>
        from up in Gen.OneOf(Gen.Choose(0, 2_000_000_000).Select(n => (long)n), Gen.Choose(0, 1000).Select(n => n * 1_000_000L), Gen.Constant(0L))
        from down in Gen.OneOf(Gen.Choose(0, 2_000_000_000).Select(n => (long)n), Gen.Choose(0, 1000).Select(n => n * 1000L))
        select new RatePair(up, down);

    private static Gen<RateLimit> Limits() =>
        from rate in Pairs()
        from burst in Gen.OneOf(Pairs().Select(p => (RatePair?)p), Gen.Constant((RatePair?)null))
        from threshold in Gen.OneOf(Pairs().Select(p => (RatePair?)p), Gen.Constant((RatePair?)null))
        from up in Gen.Choose(0, 600)
        from down in Gen.Choose(0, 600)
        from priority in Gen.Choose(1, 8)
        from share in Gen.Choose(0, 100)
        let minimum = share == 100 ? (RatePair?)null : new RatePair(rate.UploadBitsPerSecond * share / 100, rate.DownloadBitsPerSecond * share / 100)
        select RateLimit.TryCreate(rate, burst, threshold, new BurstTimes(up, down), priority, minimum)!;

    private static Gen<string> Texts() =>
        from parts in Gen.ListOf(Gen.Elements("10M", "0/0", "512k/1M", "8", "1", "16s/1m", "10/10", "2G/3.5M", "x", "/", "9"))
        select string.Join(' ', parts);
}
