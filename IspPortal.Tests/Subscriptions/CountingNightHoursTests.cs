using System.Globalization;
using IspPortal.Core.Subscriptions.Night;

namespace IspPortal.Tests.Subscriptions;

public sealed class CountingNightHoursTests
{
    [Theory]
    [InlineData("22:00", "06:00", "2026-11-22T21:59:59", null)]
    [InlineData("22:00", "06:00", "2026-11-22T22:00:00", "2026-11-22")]
    [InlineData("22:00", "06:00", "2026-11-23T00:00:00", "2026-11-22")]
    [InlineData("22:00", "06:00", "2026-11-23T05:59:59", "2026-11-22")]
    [InlineData("22:00", "06:00", "2026-11-23T06:00:00", null)]
    [InlineData("01:00", "05:00", "2026-11-23T00:59:59", null)]
    [InlineData("01:00", "05:00", "2026-11-23T01:00:00", "2026-11-23")]
    [InlineData("01:00", "05:00", "2026-11-23T05:00:00", null)]
    [InlineData("18:00", "00:00", "2026-11-23T23:59:59", "2026-11-23")]
    [InlineData("18:00", "00:00", "2026-11-24T00:00:00", null)]
    public void A_night_belongs_to_the_day_on_which_it_begins(string from, string to, string local, string? began) => Assert.Equal(
        began is null ? null : DateOnly.Parse(began, CultureInfo.InvariantCulture),
        NightHours.BeganOn(DateTime.Parse(local, CultureInfo.InvariantCulture), TimeOnly.Parse(from, CultureInfo.InvariantCulture), TimeOnly.Parse(to, CultureInfo.InvariantCulture)));
}
