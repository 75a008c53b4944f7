using System.Globalization;
using IspPortal.Web.Shared.Formatting;
using Xunit;

namespace IspPortal.Tests.Web;

public sealed class UnitScaleTests
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");
    private static readonly CultureInfo Indonesian = CultureInfo.GetCultureInfo("id");

    [Theory]
    [InlineData(0, "0 bit/s")]
    [InlineData(999, "999 bit/s")]
    [InlineData(1_000, "1.00 kbit/s")]
    [InlineData(18_249_000, "18.2 Mbit/s")]
    [InlineData(412_000_000, "412 Mbit/s")]
    [InlineData(2_310_000_000, "2.31 Gbit/s")]
    [InlineData(1_500_000_000_000_000, "1,500 Tbit/s")]
    public void A_rate_is_shown_with_three_figures(long bitsPerSecond, string shown) =>
        Assert.Equal(shown, UnitScale.BitRate.Format(bitsPerSecond, English).ToString());

    [Fact]
    public void Indonesian_uses_the_comma() => Assert.Equal("2,31 Gbit/s", UnitScale.BitRate.Format(2_310_000_000, Indonesian).ToString());

    [Fact]
    public void Unknown_is_a_dash_and_never_zero() => Assert.Equal("–", UnitScale.BitRate.Format(null, English).ToString());

    [Fact]
    public void A_rate_around_a_step_keeps_its_unit()
    {
        var unit = UnitScale.BitRate.Choose(1_020_000, null);
        Assert.Equal(2, unit);

        unit = UnitScale.BitRate.Choose(980_000, unit);
        Assert.Equal("0.98 Mbit/s", UnitScale.BitRate.Format(980_000, English, unit).ToString());

        unit = UnitScale.BitRate.Choose(700_000, unit);
        Assert.Equal("700 kbit/s", UnitScale.BitRate.Format(700_000, English, unit).ToString());

        unit = UnitScale.BitRate.Choose(980_000, unit);
        Assert.Equal("980 kbit/s", UnitScale.BitRate.Format(980_000, English, unit).ToString());
    }

    [Fact]
    public void A_large_fall_changes_the_unit_at_once() => Assert.Equal(0, UnitScale.BitRate.Choose(12, 3));
}
