using IspPortal.Core.Messaging.Senders;

namespace IspPortal.Tests.Messaging;

public sealed class ForecastingMessagesTests
{
    private static readonly TimeZoneInfo Jakarta = TimeZoneInfo.FindSystemTimeZoneById("Asia/Jakarta");
    private static readonly QuietHours Never = new(0, 0, Jakarta);
    private static readonly QuietHours Night = new(21, 7, Jakarta);

    // Monday, 10:00 in Jakarta.
    private static readonly DateTime Now = new(2026, 11, 23, 3, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Twelve_thousand_at_200_an_hour_take_60_hours()
    {
        var end = SendingForecast.EndOf(12_000, [Sender(200)], Never, keepsQuiet: false, Now);
        Assert.Equal(60, (end!.Value - Now).TotalHours, 0.02);
    }

    [Fact]
    public void Two_senders_share_the_work() => Assert.Equal(30, (SendingForecast.EndOf(12_000, [Sender(200), Sender(200)], Never, false, Now)!.Value - Now).TotalHours, 0.02);

    [Fact]
    public void Reminders_wait_over_quiet_hours()
    {
        // 10:00 to 21:00 are 11 h = 2,200; the other 200 follow from 7:00.
        var end = SendingForecast.EndOf(2_400, [Sender(200)], Night, keepsQuiet: true, Now);
        Assert.Equal(new DateTime(2026, 11, 24, 1, 0, 0, DateTimeKind.Utc), end!.Value, TimeSpan.FromMinutes(1));
        Assert.Equal(12, (SendingForecast.EndOf(2_400, [Sender(200)], Night, keepsQuiet: false, Now)!.Value - Now).TotalHours, 0.02);
    }

    [Fact]
    public void A_cap_ends_the_day()
    {
        var sender = new SenderOutlook(new SenderAllowance(3600, 1000, null, 0, null), Now, 900);
        var end = SendingForecast.EndOf(150, [sender], Never, false, Now);
        Assert.Equal(new DateOnly(2026, 11, 24), Never.DayOf(end!.Value));
        Assert.Equal(new DateOnly(2026, 11, 23), Never.DayOf(SendingForecast.EndOf(100, [sender], Never, false, Now)!.Value));
    }

    [Fact]
    public void Nobody_is_never() => Assert.Null(SendingForecast.EndOf(1, [], Never, false, Now));

    [Fact]
    public void Nothing_is_done_at_once() => Assert.Equal(Now, SendingForecast.EndOf(0, [], Never, false, Now));

    [Fact]
    public void A_new_number_warms_up()
    {
        var first = new DateOnly(2026, 11, 23);
        var allowance = new SenderAllowance(200, 1000, 50, 100, first);
        Assert.Equal([50, 100, 200, 400, 800, 1000, 1000], Enumerable.Range(0, 7).Select(day => allowance.CapOn(first.AddDays(day))!.Value));
        Assert.Null(new SenderAllowance(200, null, null, 30, null).CapOn(first));
    }

    [Theory]
    [InlineData(20, null)]
    [InlineData(21, 10)]
    [InlineData(23, 8)]
    [InlineData(3, 4)]
    [InlineData(7, null)]
    public void Quiet_hours_cross_midnight(int hour, int? hoursToGo)
    {
        var utc = TimeZoneInfo.ConvertTimeToUtc(new DateTime(2026, 11, 23, hour, 0, 0, DateTimeKind.Unspecified), Jakarta);
        Assert.Equal(hoursToGo is { } hours ? utc.AddHours(hours) : null, Night.EndOf(utc));
    }

    [Fact]
    public void An_outage_of_a_provider_is_waited_out()
    {
        Assert.Equal([2, 4, 15, 30, 60, 120, 240, 300, 300], Enumerable.Range(1, 9).Select(failures => (int)SenderBreaker.PauseAfter(failures, null).TotalSeconds));
        Assert.Equal(TimeSpan.FromSeconds(17), SenderBreaker.PauseAfter(1, TimeSpan.FromSeconds(17)));
        Assert.Equal(TimeSpan.FromHours(1), SenderBreaker.PauseAfter(1, TimeSpan.FromDays(3)));
    }

    private static SenderOutlook Sender(int perHour) => new(new SenderAllowance(perHour, null, null, 0, null), Now, 0);
}
