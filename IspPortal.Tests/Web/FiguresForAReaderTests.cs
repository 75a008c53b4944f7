using System.Globalization;
using IspPortal.Tests.Web.Support;
using IspPortal.Web.Shared.Formatting;
using IspPortal.Web.Shared.Reader;
using Microsoft.Extensions.DependencyInjection;

namespace IspPortal.Tests.Web;

public sealed class FiguresForAReaderTests
{
    [Theory]
    [InlineData("en", 0, "0 s")]
    [InlineData("en", 59, "59 s")]
    [InlineData("en", 125, "2 min 5 s")]
    [InlineData("en", 7_200, "2 h")]
    [InlineData("en", 273_600, "3 d 4 h")]
    [InlineData("id", 273_600, "3 hr 4 j")]
    [InlineData("id", 125, "2 mnt 5 dtk")]
    public void A_span_shows_its_two_largest_units(string language, int seconds, string shown)
    {
        using var context = new PartContext(language);
        Assert.Equal(shown, context.Services.GetRequiredService<ReaderFormat>().Duration(TimeSpan.FromSeconds(seconds)));
    }

    [Theory]
    [InlineData("en", 12, "12 s ago")]
    [InlineData("id", 12, "12 dtk lalu")]
    [InlineData("en", 7_300, "2 h ago")]
    [InlineData("en", -5, "now")]
    public void An_age_is_said_in_the_largest_unit_and_never_lies_ahead(string language, int seconds, string shown)
    {
        using var context = new PartContext(language);
        Assert.Equal(shown, context.Services.GetRequiredService<ReaderFormat>().Age(context.Clock.GetUtcNow().UtcDateTime.AddSeconds(-seconds)));
    }

    [Fact]
    public void Times_are_those_of_the_readers_zone()
    {
        using var context = new PartContext("id");
        context.Reader.Use(ReaderPreferences.Default with { ZoneId = "Asia/Jakarta" });
        var format = context.Services.GetRequiredService<ReaderFormat>();
        var moment = new DateTime(2026, 5, 3, 17, 30, 5, DateTimeKind.Utc);

        Assert.Equal("00:30:05", format.Time(moment));
        Assert.Equal("4 Mei 2026 00:30:05", format.DateAndTime(moment));
        var now = context.Clock.GetUtcNow().UtcDateTime;
        Assert.Equal(format.Time(now), format.Moment(now));
        Assert.Equal(now.AddDays(-30).AddHours(7).ToString("d MMM HH':'mm", CultureInfo.GetCultureInfo("id")), format.Moment(now.AddDays(-30)));
        Assert.Equal(format.Date(now.AddDays(-200)), format.Moment(now.AddDays(-200)));
    }

    [Fact]
    public void A_zone_that_does_not_exist_is_taken_as_utc()
    {
        using var context = new PartContext();
        context.Reader.Use(ReaderPreferences.Default with { ZoneId = "Mars/Olympus" });

        Assert.Equal(TimeZoneInfo.Utc, context.Reader.Zone);
    }

    [Theory]
    [InlineData(null, "–")]
    [InlineData(0d, "0 %")]
    [InlineData(2.44, "2.4 %")]
    [InlineData(56.2, "56 %")]
    public void A_share_is_unknown_or_a_figure(double? percent, string shown)
    {
        using var context = new PartContext();
        Assert.Equal(shown, context.Services.GetRequiredService<ReaderFormat>().Percent(percent).ToString());
    }
}
