using IspPortal.Core.Billing.Dunning;
using IspPortal.Core.Common.Money;

namespace IspPortal.Tests.Billing.Dunning;

/// <summary>The usual policy, told day by day: due on 20 November, 3 and 1 days before, on the day, 1 and 3 days after, warned after 4, isolated after 5, to be ended after 60.</summary>
public sealed class DecidingWhatIsToBeDoneTests
{
    private static readonly Guid Bill = new("019b0000-0000-7000-8000-0000000000f1");
    private static readonly Guid Next = new("019b0000-0000-7000-8000-0000000000f2");
    private static readonly DateOnly Due = new(2026, 11, 20);
    private static readonly DunningPolicy Policy = new DunningSettings().Policy;

    [Theory]
    [InlineData("2026-11-16", DunningStage.Clear, "")]
    [InlineData("2026-11-17", DunningStage.Clear, "before-3")]
    [InlineData("2026-11-19", DunningStage.Clear, "before-1")]
    [InlineData("2026-11-20", DunningStage.Clear, "due")]
    [InlineData("2026-11-21", DunningStage.Late, "after-1")]
    [InlineData("2026-11-23", DunningStage.Late, "after-3")]
    [InlineData("2026-11-24", DunningStage.Warned, "warn")]
    [InlineData("2026-11-25", DunningStage.IsolirDue, "warn")]
    [InlineData("2026-11-26", DunningStage.IsolirDue, "")]
    [InlineData("2027-01-18", DunningStage.IsolirDue, "")]
    [InlineData("2027-01-19", DunningStage.TerminationDue, "")]
    public void A_bill_that_nobody_pays(string day, DunningStage stage, string told)
    {
        var decision = DunningRule.Decide(On(day), Policy);
        Assert.Equal((stage, told), (decision.Stage, string.Join(' ', decision.Notices.Select(notice => notice.Step.Key))));
        Assert.Equal(day is "2026-11-25" or "2026-11-26" or "2027-01-18" or "2027-01-19", decision.ShallIsolate);
    }

    [Fact]
    public void A_step_that_was_missed_is_made_up_for_on_the_day_after_it_and_no_later()
    {
        Assert.Equal("before-3", Assert.Single(DunningRule.Decide(On("2026-11-18"), Policy).Notices).Step.Key);
        var quiet = new DunningSettings { RemindsOnDueDay = false, RemindAfterDays = "7", WarnAfterDays = 30 }.Policy;
        // A day late nobody is told that it will be due.
        Assert.Empty(DunningRule.Decide(On("2026-11-20"), quiet).Notices);
        Assert.Equal("after-7", Assert.Single(DunningRule.Decide(On("2026-11-28"), quiet).Notices).Step.Key);
        Assert.Empty(DunningRule.Decide(On("2026-11-29"), quiet).Notices);
    }

    [Fact]
    public void Without_reminders_nobody_is_told_anything_and_isolir_goes_on()
    {
        var decision = DunningRule.Decide(On("2026-11-25"), new DunningSettings { SendsReminders = false }.Policy);
        Assert.Empty(decision.Notices);
        Assert.True(decision.ShallIsolate);
    }

    [Theory]
    [InlineData(1_000, DunningStage.Clear, DunningObstacle.WithinTolerance)]
    [InlineData(1_001, DunningStage.IsolirDue, DunningObstacle.None)]
    public void What_is_owed_within_the_tolerance_isolates_nobody(long owed, DunningStage stage, DunningObstacle obstacle)
    {
        var decision = DunningRule.Decide(new DunningFacts(new(2026, 11, 30), [new(Bill, Due, Money.Idr(owed))]), Policy);
        Assert.Equal((stage, obstacle), (decision.Stage, decision.Obstacle));
    }

    [Fact]
    public void Two_small_rests_together_are_more_than_the_tolerance()
    {
        var decision = DunningRule.Decide(new DunningFacts(new(2026, 11, 30), [new(Bill, Due, Money.Idr(600)), new(Next, Due, Money.Idr(600))]), Policy);
        Assert.True(decision.ShallIsolate);
        Assert.Empty(decision.Notices);
    }

    [Fact]
    public void A_promise_holds_isolir_and_reminders_of_what_is_overdue()
    {
        var decision = DunningRule.Decide(On("2026-11-25") with { PromisedUntilOn = new(2026, 11, 28) }, Policy);
        Assert.Equal((DunningStage.Promised, DunningObstacle.Promise, false), (decision.Stage, decision.Obstacle, decision.ShallIsolate));
        Assert.Empty(decision.Notices);
    }

    [Fact]
    public void An_account_that_is_never_isolated_is_reminded_all_the_same()
    {
        var warned = DunningRule.Decide(On("2026-11-24") with { NeverIsolir = true }, Policy);
        Assert.Equal("warn", Assert.Single(warned.Notices).Step.Key);
        var late = DunningRule.Decide(On("2026-11-25") with { NeverIsolir = true }, Policy);
        Assert.Equal((DunningStage.IsolirDue, DunningObstacle.NeverIsolir), (late.Stage, late.Obstacle));
    }

    [Fact]
    public void Behind_an_outage_everything_waits()
    {
        var decision = DunningRule.Decide(On("2026-11-25") with { IsBehindOutage = true }, Policy);
        Assert.Equal((DunningObstacle.Outage, false), (decision.Obstacle, decision.ShallIsolate));
        Assert.Empty(decision.Notices);
    }

    [Fact]
    public void Only_the_bills_that_are_late_enough_are_isolated_for()
    {
        var decision = DunningRule.Decide(new DunningFacts(new(2026, 11, 25), [new(Bill, Due, Money.Idr(166_500)), new(Next, new(2026, 11, 23), Money.Idr(100_000))]), Policy);
        Assert.Equal([Bill], decision.Ripe);
        Assert.Equal((Money.Idr(266_500), 5), (decision.Overdue, decision.DaysLate));
    }

    [Fact]
    public void Isolated_lines_stay_isolated_at_their_stage_until_nothing_holds_them()
    {
        Assert.Equal(DunningStage.Isolated, DunningRule.Decide(On("2026-11-26") with { IsIsolated = true }, Policy).Stage);
        Assert.Equal(DunningStage.TerminationDue, DunningRule.Decide(On("2027-02-01") with { IsIsolated = true }, Policy).Stage);
        Assert.Equal(DunningStage.Isolated, DunningRule.Decide(new DunningFacts(new(2026, 11, 26), []) { IsIsolated = true }, Policy).Stage);
    }

    [Fact]
    public void Nobody_is_isolated_on_holidays_or_outside_the_hours()
    {
        var policy = new DunningSettings { Holidays = "2026-12-25, 2027-01-01", IsolirHour = 9, NoIsolirAfter = "17:00" }.Policy;
        Assert.False(policy.MayIsolateAt(new(2026, 12, 25), new(10, 0)));
        Assert.False(policy.MayIsolateAt(new(2026, 12, 24), new(8, 59)));
        Assert.True(policy.MayIsolateAt(new(2026, 12, 24), new(9, 0)));
        Assert.False(policy.MayIsolateAt(new(2026, 12, 24), new(17, 0)));
        Assert.True(new DunningSettings { NoIsolirAfter = "" }.Policy.MayIsolateAt(new(2026, 12, 24), new(23, 59)));
    }

    [Fact]
    public void Whatever_is_owed_whoever_shall_be_isolated_owes_more_than_the_tolerance_and_is_late_enough()
    {
        var random = new Random(20_261_128);
        for (var i = 0; i < 5_000; i++)
        {
            var today = Due.AddDays(random.Next(-10, 90));
            var bills = Enumerable.Range(0, random.Next(0, 4)).Select(_ => new OpenInvoice(Guid.CreateVersion7(), Due.AddDays(random.Next(-40, 40)), Money.Idr(random.Next(1, 3_000)))).ToList();
            var facts = new DunningFacts(today, bills) { NeverIsolir = random.Next(5) == 0, PromisedUntilOn = random.Next(5) == 0 ? today : null, IsBehindOutage = random.Next(5) == 0, IsIsolated = random.Next(5) == 0 };
            var decision = DunningRule.Decide(facts, Policy);
            if (decision.ShallIsolate)
            {
                Assert.True(decision.Overdue > Policy.Tolerance && decision.DaysLate >= Policy.IsolirAfterDays);
                Assert.False(facts.NeverIsolir || facts.IsBehindOutage || facts.PromisedUntilOn is not null);
                Assert.All(decision.Ripe, ripe => Assert.True(bills.Single(bill => bill.Id == ripe).DueOn.AddDays(Policy.IsolirAfterDays) <= today));
            }

            Assert.True(decision.Notices.Count <= bills.Count);
            Assert.Equal(bills.Where(bill => bill.DueOn < today).Sum(bill => bill.Outstanding.Minor), decision.Overdue.Minor);
        }
    }

    private static DunningFacts On(string day) => new(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), [new(Bill, Due, Money.Idr(166_500))]);
}
