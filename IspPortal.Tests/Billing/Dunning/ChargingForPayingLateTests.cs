using IspPortal.Core.Billing.Dunning;
using IspPortal.Core.Common.Money;

namespace IspPortal.Tests.Billing.Dunning;

/// <summary>Late fees, told by bill and day.</summary>
public sealed class ChargingForPayingLateTests
{
    private static readonly DateOnly Due = new(2026, 11, 20);

    // From the 21st 5 %, at least 5,000; from the 1st of the next month 10 %, at least 10,000.
    private static readonly LateFeePolicy Steps = new DunningSettings { LateFee = "steps", LateFeeSteps = "1:5:5000, next-month:10:10000" }.Policy.LateFee;

    [Theory]
    [InlineData(280_000, 14_000, 28_000)]
    [InlineData(90_000, 5_000, 10_000)]
    [InlineData(150_250, 7_513, 15_025)]
    public void Steps_are_the_whole_fee_from_their_day_on(long owed, long first, long whole)
    {
        Assert.Null(Fee(owed, "2026-11-20"));
        var one = Fee(owed, "2026-11-21");
        Assert.Equal(("day-1", first, first), (one!.Step, one.Whole.Minor, one.Amount.Minor));
        // Once.
        Assert.Null(Fee(owed, "2026-11-30", ("day-1", first)));
        var two = Fee(owed, "2026-12-01", ("day-1", first));
        Assert.Equal(("next-month", whole, whole - first), (two!.Step, two.Whole.Minor, two.Amount.Minor));
        Assert.Null(Fee(owed, "2027-03-01", ("day-1", first), ("next-month", whole - first)));
    }

    [Fact]
    public void Steps_that_were_missed_come_as_one()
    {
        var fee = Fee(280_000, "2026-12-05");
        Assert.Equal(("next-month", 28_000L), (fee!.Step, fee.Amount.Minor));
    }

    [Fact]
    public void What_was_paid_in_between_makes_the_second_step_smaller_and_never_gives_back()
    {
        Assert.Equal(6_000, Fee(200_000, "2026-12-01", ("day-1", 14_000))!.Amount.Minor);
        Assert.Null(Fee(100_000, "2026-12-01", ("day-1", 14_000)));
        Assert.Null(Fee(0, "2026-12-01"));
    }

    [Theory]
    [InlineData("fixed", 0, 25_000, 0, 25_000)]
    [InlineData("percent", 5, 0, 0, 14_000)]
    [InlineData("percent", 1, 5_000, 0, 5_000)]
    [InlineData("percent", 50, 0, 50_000, 50_000)]
    public void An_amount_or_a_share_with_floor_and_cap_after_grace(string kind, int percent, long amount, long cap, long expected)
    {
        var policy = new DunningSettings { LateFee = kind, LateFeePercent = percent, LateFeeAmount = amount, LateFeeCap = cap, LateFeeGraceDays = 3 }.Policy.LateFee;
        Assert.Null(LateFeeRule.Due(Bill(280_000), Due.AddDays(3), policy, new Dictionary<string, Money>()));
        Assert.Equal(expected, LateFeeRule.Due(Bill(280_000), Due.AddDays(4), policy, new Dictionary<string, Money>())!.Amount.Minor);
    }

    [Fact]
    public void Nothing_is_charged_unless_the_settings_say_so() => Assert.Null(LateFeeRule.Due(Bill(280_000), Due.AddDays(90), new DunningSettings().Policy.LateFee, new Dictionary<string, Money>()));

    [Theory]
    [InlineData("1:5:5000", 1)]
    [InlineData("", 0)]
    [InlineData("1:5", null)]
    [InlineData("x:5:0", null)]
    [InlineData("1:101:0", null)]
    [InlineData("next-month:2.5:0", 1)]
    public void Steps_are_written_as_day_share_and_least(string text, int? steps) => Assert.Equal(steps, DunningSettings.FeeStepsOf(text)?.Count);

    [Fact]
    public void Settings_say_what_is_wrong_with_them()
    {
        var wrong = new DunningSettings { RemindBeforeDays = "3, x", RemindAfterDays = "0", NoIsolirAfter = "25:00", Holidays = "25-12-2026", LateFeeSteps = "1", RunSharePercent = 0, Tolerance = -1 };
        Assert.Equal(
            ["Holidays", "LateFeeSteps", "NoIsolirAfter", "RemindAfterDays", "RemindBeforeDays", "RunSharePercent", "Tolerance"],
            new DunningSettingsValidator().Validate(wrong).Errors.Select(error => error.PropertyName).Order(StringComparer.Ordinal));
        Assert.True(new DunningSettingsValidator().Validate(new DunningSettings()).IsValid);
    }

    private static OpenInvoice Bill(long owed) => new(new("019b0000-0000-7000-8000-0000000000f1"), Due, Money.Idr(owed));

    private static LateFeeDue? Fee(long owed, string day, params (string Step, long Amount)[] charged) => LateFeeRule.Due(
        Bill(owed), DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), Steps, charged.ToDictionary(one => one.Step, one => Money.Idr(one.Amount), StringComparer.Ordinal));
}
