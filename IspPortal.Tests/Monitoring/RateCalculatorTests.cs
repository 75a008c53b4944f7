using FsCheck;
using FsCheck.Fluent;
using IspPortal.Core.Monitoring;

namespace IspPortal.Tests.Monitoring;

public sealed class RateCalculatorTests
{
    private static readonly DateTime Start = new(2026, 11, 22, 3, 0, 0, DateTimeKind.Utc);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    [Fact]
    public void Growth_over_the_true_interval_is_the_rate()
    {
        var step = Step(1_000, 0, 126_000, 10.0);
        Assert.Equal(CounterStepKind.Grew, step.Kind);
        Assert.Equal(125_000, step.Amount);
        Assert.Equal(100_000, step.RateBitsPerSecond);
    }

    [Fact]
    public void A_late_poll_divides_by_the_time_that_really_passed() => Assert.Equal(80_000, Step(0, 0, 125_000, 12.5).RateBitsPerSecond);

    [Fact]
    public void A_counter_that_stands_still_is_zero_not_a_gap() => Assert.Equal(0, Step(5_000, 0, 5_000, 10).RateBitsPerSecond);

    [Fact]
    public void A_wrap_of_32_bits_counts_through()
    {
        var step = Step(uint.MaxValue - 999, 0, 1_000, 10);
        Assert.Equal((CounterStepKind.Wrapped, 2_000L), (step.Kind, step.Amount));
    }

    [Fact]
    public void A_wrap_of_64_bits_counts_through()
    {
        var step = Step(ulong.MaxValue - 999, 0, 1_000, 10);
        Assert.Equal((CounterStepKind.Wrapped, 2_000L), (step.Kind, step.Amount));
    }

    [Fact]
    public void A_fast_line_may_wrap_a_narrow_counter_when_it_was_fast_before()
    {
        var before = Now(uint.MaxValue - 60_000_000UL, 0);
        var after = Now(60_000_000, 10);
        Assert.Equal(CounterStepKind.Restarted, RateCalculator.Step(before, after, Longest, 1_000_000).Kind);
        Assert.Equal(CounterStepKind.Wrapped, RateCalculator.Step(before, after, Longest, 90_000_000).Kind);
    }

    [Fact]
    public void A_reset_by_hand_is_a_gap_never_a_burst_and_never_a_zero()
    {
        var step = Step(2_000_000_000, 0, 5_000, 10);
        Assert.Equal(CounterStepKind.Restarted, step.Kind);
        Assert.Null(step.Amount);
        Assert.Null(step.RateBitsPerSecond);
    }

    [Fact]
    public void Another_session_of_the_same_user_is_a_restart_even_when_its_counter_is_higher()
    {
        var step = RateCalculator.Step(new CounterReading(100, Start, 1), new CounterReading(900, Start.AddSeconds(10), 2), Longest);
        Assert.Equal(CounterStepKind.Restarted, step.Kind);
        Assert.Null(step.RateBitsPerSecond);
    }

    [Fact]
    public void Looks_too_far_apart_have_no_rate_but_keep_what_was_counted()
    {
        var step = Step(0, 0, 1_000_000, 600);
        Assert.Equal((CounterStepKind.Gap, 1_000_000L), (step.Kind, step.Amount));
        Assert.Null(step.RateBitsPerSecond);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-3)]
    public void A_clock_that_stands_or_goes_back_gives_no_rate(int seconds) => Assert.Null(Step(0, 0, 1_000, seconds).RateBitsPerSecond);

    [Fact]
    public void Property_any_growth_is_found_again_wherever_the_counter_stands()
    {
        var generator =
            from start in ArbMap.Default.GeneratorFor<ulong>()
            from grown in Gen.Choose(0, 9_000_000)
            from seconds in Gen.Choose(10, 110)
            select (start, grown, seconds);
        Prop.ForAll(generator.ToArbitrary(), c =>
        {
            var step = RateCalculator.Step(Now(c.start, 0), Now(unchecked(c.start + (ulong)c.grown), c.seconds), Longest);
            return step.Amount == c.grown && step.RateBitsPerSecond == (long)Math.Round(c.grown * 8.0 / c.seconds);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Property_a_rate_is_never_negative_and_never_of_another_run()
    {
        var generator =
            from before in ArbMap.Default.GeneratorFor<ulong>()
            from after in ArbMap.Default.GeneratorFor<ulong>()
            from seconds in Gen.Choose(-5, 400)
            from sameRun in ArbMap.Default.GeneratorFor<bool>()
            select (before, after, seconds, sameRun);
        Prop.ForAll(generator.ToArbitrary(), c =>
        {
            var step = RateCalculator.Step(Now(c.before, 0), Now(c.after, c.seconds) with { Epoch = c.sameRun ? 1 : 2 }, Longest);
            return step.Amount is null or >= 0
                && step.RateBitsPerSecond is null or >= 0
                && (c.sameRun || step.Amount is null)
                && ((c.seconds > 0 && c.seconds <= 120) || step.RateBitsPerSecond is null);
        }).QuickCheckThrowOnFailure();
    }

    private static CounterReading Now(ulong value, double seconds) => new(value, Start.AddSeconds(seconds), 1);

    private static CounterStep Step(ulong before, double beforeSeconds, ulong after, double afterSeconds) =>
        RateCalculator.Step(Now(before, beforeSeconds), Now(after, afterSeconds), Longest);
}
