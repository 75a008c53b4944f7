using IspPortal.Core.Monitoring.Analytics;

namespace IspPortal.Tests.Monitoring.Analytics;

public sealed class ReadingLinkRatesTests
{
    [Theory]
    [InlineData("10Mbps", 10_000_000L)]
    [InlineData("1Gbps", 1_000_000_000L)]
    [InlineData("2.5Gbps", 2_500_000_000L)]
    [InlineData("100Gbps", 100_000_000_000L)]
    [InlineData("unknown", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    [InlineData("-1Gbps", null)]
    [InlineData("0Mbps", null)]
    [InlineData("1,5Gbps", null)]
    public void A_router_writes_a_rate_with_its_unit(string? text, long? rate) => Assert.Equal(rate, LinkRate.Read(text));
}
