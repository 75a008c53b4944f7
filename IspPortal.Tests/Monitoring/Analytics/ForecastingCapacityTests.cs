using IspPortal.Core.Monitoring.Analytics;

namespace IspPortal.Tests.Monitoring.Analytics;

public sealed class ForecastingCapacityTests
{
    private const long Mega = 1_000_000;

    private static readonly DateOnly First = new(2026, 10, 1);

    [Fact]
    public void A_line_that_rises_ten_megabits_a_day_is_full_on_the_day_it_gets_there()
    {
        // 100 Mbit/s on 1 October, 390 on the 30th: 1,000 on the 91st day.
        var forecast = CapacityForecaster.Of(Days(30, i => (100 + (10 * i)) * Mega), 1_000 * Mega);
        Assert.Equal((CapacityOutlook.Growing, 30, First.AddDays(90)), (forecast.Outlook, forecast.Days, forecast.FullOn!.Value));
        Assert.Equal(390 * Mega, forecast.LatestBitsPerSecond!.Value, 1);
        Assert.Equal(70 * Mega, forecast.GrowthPerWeekBitsPerSecond!.Value, 1);
        Assert.Equal(1, forecast.Fit!.Value, 9);
    }

    [Fact]
    public void Noise_does_not_move_the_day_much_but_the_fit_says_it_is_there()
    {
        var forecast = CapacityForecaster.Of(Days(56, i => (300 + (5 * i) + (i % 7 is 5 or 6 ? 60 : 0)) * Mega), 1_000 * Mega);
        Assert.Equal(CapacityOutlook.Growing, forecast.Outlook);
        Assert.InRange(forecast.FullOn!.Value.DayNumber, First.AddDays(115).DayNumber, First.AddDays(150).DayNumber);
        Assert.InRange(forecast.Fit!.Value, .5, .98);
    }

    [Fact]
    public void Thirteen_days_say_nothing_and_fourteen_do()
    {
        Assert.Equal((CapacityOutlook.TooLittleData, 13, null), Told(CapacityForecaster.Of(Days(13, i => i * Mega), 100 * Mega)));
        Assert.Equal(CapacityOutlook.Growing, CapacityForecaster.Of(Days(14, i => i * Mega), 100 * Mega).Outlook);

        // A day of which half was not read is no day.
        var holes = Days(14, i => i * Mega).Select((d, i) => i == 3 ? d with { SeenShare = .4 } : d);
        Assert.Equal((CapacityOutlook.TooLittleData, 13, null), Told(CapacityForecaster.Of(holes, 100 * Mega)));
    }

    [Fact]
    public void What_does_not_grow_is_never_full_and_what_is_full_is_said_to_be()
    {
        Assert.Equal((CapacityOutlook.Steady, 20, null), Told(CapacityForecaster.Of(Days(20, _ => 400 * Mega), 1_000 * Mega)));
        Assert.Equal((CapacityOutlook.Steady, 20, null), Told(CapacityForecaster.Of(Days(20, i => (400 - i) * Mega), 1_000 * Mega)));
        // One kbit/s a day: in more than a thousand years.
        Assert.Equal((CapacityOutlook.Steady, 20, null), Told(CapacityForecaster.Of(Days(20, i => (400 * Mega) + (i * 1_000)), 1_000 * Mega)));
        Assert.Equal((CapacityOutlook.Full, 20, First.AddDays(19)), Told(CapacityForecaster.Of(Days(20, _ => 1_001 * Mega), 1_000 * Mega)));
    }

    [Fact]
    public void Without_a_speed_the_growth_is_told_and_no_day()
    {
        var forecast = CapacityForecaster.Of(Days(20, i => i * Mega), null);
        Assert.Equal((CapacityOutlook.SpeedUnknown, 20, null), Told(forecast));
        Assert.Equal(7 * Mega, forecast.GrowthPerWeekBitsPerSecond!.Value, 1);
    }

    [Fact]
    public void A_trend_needs_two_different_days()
    {
        Assert.Null(LinearTrend.Of([(1, 5)]));
        Assert.Null(LinearTrend.Of([(1, 5), (1, 9)]));
        Assert.Equal(new LinearTrend(2, 1, 1), LinearTrend.Of([(0, 1), (1, 3), (2, 5)]));
        Assert.Equal(7, LinearTrend.Of([(0, 1), (1, 3)])!.At(3), 9);
    }

    private static (CapacityOutlook, int, DateOnly?) Told(CapacityForecast forecast) => (forecast.Outlook, forecast.Days, forecast.FullOn);

    private static IEnumerable<DailyPeak> Days(int count, Func<int, double> rate) => Enumerable.Range(0, count).Select(i => new DailyPeak(First.AddDays(i), rate(i), 1));
}
