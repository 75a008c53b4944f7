using System.Text;
using IspPortal.Infrastructure.RouterOs;
using IspPortal.Infrastructure.RouterOs.Dialects;
using IspPortal.Infrastructure.RouterOs.Wire.Values;

namespace IspPortal.Tests.RouterOs;

public sealed class ReadingValuesTests
{
    [Theory]
    [InlineData("1w2d3h4m5s", "9.03:04:05")]
    [InlineData("4m", "00:04:00")]
    [InlineData("0s", "00:00:00")]
    [InlineData("1d02:03:04", "1.02:03:04")]
    [InlineData("2w1d02:03:04", "15.02:03:04")]
    [InlineData("01:22:53", "01:22:53")]
    [InlineData("30:00:00", "1.06:00:00")]
    [InlineData("00:00:00.200", "00:00:00.2")]
    [InlineData("200ms", "00:00:00.2")]
    [InlineData("1s500ms", "00:00:01.5")]
    [InlineData("453us", "00:00:00.000453")]
    [InlineData("10m", "00:10:00")]
    [InlineData("90", "00:01:30")]
    public void Durations(string text, string expected)
    {
        Assert.True(RouterOsDuration.TryParse(Encoding.ASCII.GetBytes(text), out var value));
        Assert.Equal(TimeSpan.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), value);
    }

    [Theory]
    [InlineData("")]
    [InlineData("never")]
    [InlineData("1x")]
    [InlineData("-5s")]
    [InlineData("01:99:00")]
    [InlineData("99999999999999999999s")]
    [InlineData("99999999999w")]
    public void What_is_no_duration(string text) => Assert.False(RouterOsDuration.TryParse(Encoding.ASCII.GetBytes(text), out _));

    [Theory]
    [InlineData("2026-11-22 10:11:12", "2026-11-22T10:11:12")]
    [InlineData("nov/22/2026 10:11:12", "2026-11-22T10:11:12")]
    [InlineData("Jul/12/2023 01:02:03", "2023-07-12T01:02:03")]
    [InlineData("sep/15 09:54:33", "2026-09-15T09:54:33")]
    [InlineData("dec/31 23:00:00", "2025-12-31T23:00:00")]
    [InlineData("11-20 09:54:33", "2026-11-20T09:54:33")]
    [InlineData("feb/29 09:00:00", "2024-02-29T09:00:00")]
    [InlineData("09:54:33", "2026-11-22T09:54:33")]
    public void Dates_of_both_styles(string text, string expected)
    {
        Assert.True(RouterOsTimestamp.TryParse(text, new DateOnly(2026, 11, 22), out var value));
        Assert.Equal(DateTime.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), value);
    }

    [Theory]
    [InlineData("5000000", 5_000_000)]
    [InlineData("512k", 512_000)]
    [InlineData("10M", 10_000_000)]
    [InlineData("1.5M", 1_500_000)]
    [InlineData("1G", 1_000_000_000)]
    [InlineData("3.2Mbps", 3_200_000)]
    [InlineData("0bps", 0)]
    [InlineData("10000000000", 10_000_000_000)]
    public void Rates(string text, long expected)
    {
        Assert.True(RouterOsNumber.TryParseRate(Encoding.ASCII.GetBytes(text), out var value));
        Assert.Equal(expected, value);
    }

    [Fact]
    public void Pairs_are_upload_then_download()
    {
        Assert.True(RouterOsNumber.TryParsePair("123/9876543210"u8, out var up, out var down));
        Assert.Equal((123L, 9_876_543_210L), (up, down));
        Assert.False(RouterOsNumber.TryParsePair("123"u8, out _, out _));
    }

    [Theory]
    [InlineData("6.42 (stable)", "6.43 (stable)")]
    [InlineData("6.49.17 (long-term)", "7.1")]
    [InlineData("7.9", "7.16.2 (stable)")]
    [InlineData("7.16rc4 (testing)", "7.16 (stable)")]
    [InlineData("7.16beta9", "7.16rc1")]
    [InlineData("7.16rc2", "7.16rc10")]
    [InlineData("7.20.4", "7.24beta2")]
    public void Versions_are_in_order(string older, string newer)
    {
        Assert.True(RouterOsVersion.TryParse(older, out var a));
        Assert.True(RouterOsVersion.TryParse(newer, out var b));
        Assert.True(a < b);
        Assert.True(b > a);
        Assert.Equal(older, a.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("RouterOS")]
    [InlineData("7")]
    [InlineData("7.x")]
    [InlineData("1.2.3.4")]
    public void What_is_no_version(string text) => Assert.False(RouterOsVersion.TryParse(text, out _));

    [Fact]
    public void Health_of_version_6_is_one_row_and_sometimes_in_tenths()
    {
        var dialect = RouterOsDialects.For(new RouterOsVersion(6, 49));

        var readings = dialect.ReadHealth([new RouterOsRow(new("voltage", "241"), new("temperature", "38"), new("psu1-state", "ok"), new("cpu-temperature", "445"))]);

        Assert.Equal(
            [new HealthReading("voltage", 24.1, "V", null), new("temperature", 38, "C", null), new("psu1-state", null, "", "ok"), new("cpu-temperature", 44.5, "C", null)],
            readings);
        Assert.Equal(24.1, dialect.ReadHealth([new RouterOsRow(new KeyValuePair<string, string>("voltage", "24.1"))])[0].Value);
    }

    [Fact]
    public void Health_of_version_7_is_a_row_per_sensor()
    {
        var dialect = RouterOsDialects.For(new RouterOsVersion(7, 16));

        var readings = dialect.ReadHealth(
        [
            new RouterOsRow(new(".id", "*E"), new("name", "temperature"), new("value", "42"), new("type", "C")),
            new RouterOsRow(new(".id", "*F"), new("name", "psu1-state"), new("value", "fail"), new("type", "")),
        ]);

        Assert.Equal([new HealthReading("temperature", 42, "C", null), new("psu1-state", null, "", "fail")], readings);
        Assert.Empty(dialect.ReadHealth([]));
    }

    [Fact]
    public void Secrets_are_asked_for_from_7_22_on()
    {
        var print = new RouterOsCommand("/ppp/secret/print");
        Assert.Empty(RouterOsDialects.For(new RouterOsVersion(7, 21)).ShowingSensitive(print).Words);
        Assert.Equal(["=show-sensitive="], RouterOsDialects.For(new RouterOsVersion(7, 22)).ShowingSensitive(print).Words);
        Assert.Equal("/ping", RouterOsDialects.For(new RouterOsVersion(6, 42)).Ping("10.0.0.1", 3).Path);
        Assert.Equal("/tool/ping", RouterOsDialects.For(null).Ping("10.0.0.1", 3).Path);
    }
}
