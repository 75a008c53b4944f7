using FsCheck;
using FsCheck.Fluent;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Plans;
using IspPortal.Core.Subscriptions;

namespace IspPortal.Tests.Subscriptions;

public sealed class CountingPeriodsTests
{
    [Fact]
    public void A_thirty_first_comes_back_after_february()
    {
        var start = new DateOnly(2027, 1, 31);
        var monthly = new PlanPeriod(PlanCycle.Monthly);
        Assert.Equal(new DateOnly(2027, 2, 28), SubscriptionCalendar.NextStart(start, monthly, start));
        Assert.Equal(new DateOnly(2027, 3, 31), SubscriptionCalendar.NextStart(start, monthly, new(2027, 2, 28)));
        Assert.Equal(start, SubscriptionCalendar.NextStart(start, monthly, new(2026, 12, 1)));
    }

    [Fact]
    public void The_next_period_is_the_first_that_begins_later_for_every_cycle()
    {
        var cases =
            from start in Gen.Choose(738_000, 741_000).Select(DateOnly.FromDayNumber)
            from cycle in Gen.Elements(Enum.GetValues<PlanCycle>())
            from days in Gen.Choose(1, 400)
            from later in Gen.Choose(0, 4_000)
            select (Start: start, Period: new PlanPeriod(cycle, cycle == PlanCycle.CustomDays ? days : null), Day: start.AddDays(later));
        Prop.ForAll(cases.ToArbitrary(), c =>
        {
            var next = SubscriptionCalendar.NextStart(c.Start, c.Period, c.Day);
            var index = Enumerable.Range(0, 5_000).First(i => SubscriptionCalendar.StartOf(c.Start, c.Period, i) == next);
            return next > c.Day && SubscriptionCalendar.StartOf(c.Start, c.Period, index - 1) <= c.Day;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));
    }

    [Theory]
    [InlineData(AccessLifecycle.Pending, AccessHolds.Manual, SubscriptionStatus.Pending)]
    [InlineData(AccessLifecycle.Live, AccessHolds.None, SubscriptionStatus.Active)]
    [InlineData(AccessLifecycle.Live, AccessHolds.Expired, SubscriptionStatus.Expired)]
    [InlineData(AccessLifecycle.Live, AccessHolds.Expired | AccessHolds.Dunning, SubscriptionStatus.Suspended)]
    [InlineData(AccessLifecycle.Live, AccessHolds.Pause, SubscriptionStatus.Suspended)]
    [InlineData(AccessLifecycle.Terminated, AccessHolds.None, SubscriptionStatus.Terminated)]
    public void A_status_follows(AccessLifecycle lifecycle, AccessHolds holds, SubscriptionStatus status) => Assert.Equal(status, SubscriptionStatusRule.StatusOf(lifecycle, holds));
}
