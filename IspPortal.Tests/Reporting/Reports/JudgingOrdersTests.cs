using IspPortal.Core.Reporting.Reports;

namespace IspPortal.Tests.Reporting.Reports;

/// <summary>What may be asked for, and when something will be full.</summary>
public sealed class JudgingOrdersTests
{
    private static readonly DateOnly Today = new(2026, 11, 27);

    [Fact]
    public void A_month_for_the_owner_may_be_asked_for() => Assert.Empty(Codes(new ReportOrder { FromOn = new(2026, 10, 1), ToOn = new(2026, 10, 31), Recipients = ["owner@isp.test"], Language = "en" }));

    [Fact]
    public void What_is_wrong_is_said_at_its_field()
    {
        var order = new ReportOrder { FromOn = new(2026, 10, 1), ToOn = new(2026, 10, 31) };
        Assert.Equal(["toOn common.not_before_to"], Codes(order with { ToOn = new(2026, 9, 30) }));
        Assert.Equal(["toOn reports.in_the_future"], Codes(order with { ToOn = Today.AddDays(1) }));
        Assert.Equal(["fromOn reports.too_long"], Codes(order with { FromOn = new(2025, 10, 1) }));
        Assert.Equal(["formats common.required"], Codes(order with { Formats = [] }));
        Assert.Equal(["language common.not_allowed"], Codes(order with { Language = "fr" }));
        Assert.Equal(["recipients common.not_an_email"], Codes(order with { Recipients = ["a b@c"] }));
        Assert.Equal(["recipients common.not_an_email"], Codes(order with { Recipients = ["Owner <owner@isp.test>"] }));
        Assert.Equal(["recipients reports.too_many"], Codes(order with { Recipients = [.. Enumerable.Range(0, 21).Select(n => $"a{n}@isp.test")] }));
        Assert.Equal(["recipients common.control_characters"], Codes(order with { Recipients = ["a\0@isp.test"] }));
    }

    [Fact]
    public void A_pool_that_grows_is_full_when_its_line_says_so()
    {
        Assert.Equal(Today.AddDays(20), LimitForecast.DayOf(Days(20, n => 60 + n), 99));
        Assert.Equal(Today, LimitForecast.DayOf(Days(20, n => 100), 100));
        Assert.Null(LimitForecast.DayOf(Days(20, _ => 60), 100));
        Assert.Null(LimitForecast.DayOf(Days(20, n => 60 - n), 100));
        Assert.Null(LimitForecast.DayOf(Days(13, n => 60 + n), 100));
        Assert.Null(LimitForecast.DayOf(Days(20, n => 10 + (n * 0.01)), 100));
    }

    private static (DateOnly, double)[] Days(int count, Func<int, double> value) => [.. Enumerable.Range(0, count).Select(n => (Today.AddDays(n - count + 1), value(n)))];

    private static IEnumerable<string> Codes(ReportOrder order) => ReportRules.Judge(order, Today).Select(error => $"{error.Field} {error.Code}");
}
