using FsCheck;
using FsCheck.Fluent;
using IspPortal.Core.Billing.Generator;
using IspPortal.Core.Common.Money;
using IspPortal.Core.Plans;
using IspPortal.Tests.Support;

namespace IspPortal.Tests.Billing.Generator;

/// <summary>What holds for every account.</summary>
public sealed class WhateverHappensTests
{
    // Each bills some six hundred days.
    private const int DailyCases = 25;

    [Fact]
    public void A_preview_is_the_run_and_after_the_run_there_is_nothing() =>
        Check(AnyAccount.All(), account =>
        {
            var billed = new List<BilledCharge>();
            foreach (var day in Days(account.Seed, 1, 60))
            {
                var preview = InvoiceGenerator.Generate(account.Facts, account.Policy, billed, day);
                var run = InvoiceGenerator.Generate(account.Facts, account.Policy, billed, day);
                Assert.Equal(preview.Select(Identity), run.Select(Identity));
                billed.AddRange(run.Select(BilledCharge.Of));
                Assert.Empty(InvoiceGenerator.Generate(account.Facts, account.Policy, billed, day));
            }

            Assert.Equal(billed.Count, billed.DistinctBy(charge => (charge.SubscriptionId, charge.ChargeKey)).Count());
        });

    [Fact]
    public void Billed_bit_by_bit_or_all_at_once_the_same_lines_are_there_when_nothing_is_a_surprise() =>
        Check(AnyAccount.All(), account =>
        {
            var once = InvoiceGenerator.Generate(account.Facts, account.Policy, [], AnyAccount.End);
            Assert.Equal(once.Select(Identity).Order(), Billed(account, Days(account.Seed, 1, 45), _ => account.Facts).Select(Identity).Order());
        });

    [Fact]
    public void Whatever_comes_as_a_surprise_the_total_is_that_of_one_who_knew_it_all() =>
        Check(AnyAccount.All(unexpected: true), ComesToWhatWasKnownFromTheStart, DailyCases);

    // A yearly line that becomes a monthly one while a discount of its year is taken back in two steps.
    [Theory]
    [InlineData(316751903)]
    public void Once_it_did_not(int seed) => ComesToWhatWasKnownFromTheStart(AnyAccount.Of(seed, unexpected: true));

    [Fact]
    public void Every_day_is_paid_for_as_often_as_it_is_served_which_is_once() =>
        Check(AnyAccount.All(unexpected: true), account =>
        {
            var daily = Billed(account, Days(account.Seed, 1, 4), account.KnownOn);
            foreach (var line in account.Subscriptions)
            {
                var days = new ServiceDays(line, account.Policy);
                var paid = new Dictionary<DateOnly, int>();
                foreach (var (from, to, times) in daily.Where(l => l.SubscriptionId == line.Id && (l.Kind == ChargeKind.Period || l.CorrectsKey?.StartsWith("period:", StringComparison.Ordinal) == true))
                    .Select(l => (l.FromOn!.Value, l.ToOn!.Value, l.Kind == ChargeKind.Period ? 1 : -1)))
                {
                    for (var day = from; day <= to; day = day.AddDays(1))
                    {
                        paid[day] = paid.GetValueOrDefault(day) + times;
                    }
                }

                // Cheap plans have days that round to nothing and make no line: those may be missing.
                foreach (var stretch in days.Of(new(line.StartsOn, line.LastOn!.Value)).Where(stretch => stretch.Term!.Price > Money.Idr(1_000)))
                {
                    var wanted = stretch is { State: ServiceState.Served, Term.IsTrial: false } ? 1 : 0;
                    for (var day = stretch.Range.FromOn; day <= stretch.Range.ToOn; day = day.AddDays(1))
                    {
                        // Of thirty days a 31st by itself makes no line.
                        Assert.True(paid.GetValueOrDefault(day) == wanted || account.Policy.Proration == ProrationBasis.ThirtyDays, $"{account}: {day:yyyy-MM-dd} is paid {paid.GetValueOrDefault(day)} times, not {wanted}.");
                    }
                }

                Assert.DoesNotContain(paid, pair => pair.Value is < 0 or > 1);
            }
        }, DailyCases);

    [Fact]
    public void A_period_that_is_split_costs_the_same_but_for_a_rupiah_a_split() =>
        Check(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed =>
        {
            var random = new Random(seed);
            var policy = new BillingPolicy { Proration = (ProrationBasis)random.Next(2), Alignment = (PeriodAlignment)random.Next(3), FixedDay = random.Next(1, 32) };
            var (startsOn, price, cycle) = (new DateOnly(2027, 12, 1).AddDays(random.Next(90)), random.Next(1, 2_000_000), (PlanCycle)random.Next(7));
            var whole = Sold.Subscription(PlanPayment.Postpaid, $"{startsOn:yyyy-MM-dd}", new TermFacts(startsOn, null, Guid.Empty, "P", Sold.Id("0"), Money.Idr(price), new(cycle, cycle == PlanCycle.CustomDays ? random.Next(2, 60) : null)))
                with { EndsOn = startsOn.AddDays(random.Next(1, 200)) };
            var cuts = Enumerable.Range(0, random.Next(1, 6)).Select(_ => startsOn.AddDays(random.Next(1, 200))).Where(day => day <= whole.EndsOn).Append(startsOn).Distinct().Order().ToArray();
            var split = whole with { Terms = [.. cuts.Select((from, i) => whole.Terms[0] with { FromOn = from, ToOn = i + 1 < cuts.Length ? cuts[i + 1].AddDays(-1) : null, PriceId = Sold.Id($"{i}") })] };
            var (one, other) = (Sum(Lines(whole, policy)), Sum(Lines(split, policy)));
            Assert.True(Math.Abs(one - other) <= cuts.Length - 1, $"{one} became {other} with {cuts.Length - 1} splits (seed {seed}).");
        });

    [Fact]
    public void The_sum_of_what_is_earned_is_what_was_paid() =>
        Check(AnyAccount.All(), account => Assert.All(InvoiceGenerator.Generate(account.Facts, account.Policy, [], AnyAccount.End).Where(line => line.Spread.Count > 0),
            line => Assert.Equal((line.Amount.Minor, line.FromOn, line.ToOn), (line.Spread.Sum(part => part.Amount.Minor), line.Spread[0].FromOn, line.Spread[^1].ToOn))));

    private static void ComesToWhatWasKnownFromTheStart(AnyAccount account)
    {
        var once = InvoiceGenerator.Generate(account.Facts, account.Policy, [], AnyAccount.End);
        var daily = Billed(account, Days(account.Seed, 1, 1), account.KnownOn);
        // Days that could not be decided when their period was billed are a part of their own later, and so are those that came back and went again: a rupiah for each.
        var rupiah = Math.Max(0, Parts(daily) - Parts(once));
        Assert.InRange(Sum(daily), Sum(once) - rupiah, Sum(once) + rupiah);
    }

    private static IReadOnlyList<BillLine> Lines(SubscriptionBillingFacts facts, BillingPolicy policy) => InvoiceGenerator.Generate(new(Guid.Empty, [facts]), policy, [], AnyAccount.End);

    private static List<BillLine> Billed(AnyAccount account, IEnumerable<DateOnly> days, Func<DateOnly, AccountBillingFacts> known)
    {
        var lines = new List<BillLine>();
        var billed = new List<BilledCharge>();
        foreach (var day in days)
        {
            var bill = InvoiceGenerator.Generate(known(day), account.Policy, billed, day);
            lines.AddRange(bill);
            billed.AddRange(bill.Select(BilledCharge.Of));
        }

        return lines;
    }

    private static IEnumerable<DateOnly> Days(int seed, int least, int most)
    {
        var random = new Random(seed);
        for (var day = new DateOnly(2027, 10, 20); day < AnyAccount.End; day = day.AddDays(random.Next(least, most + 1)))
        {
            yield return day;
        }

        yield return AnyAccount.End;
    }

    private static string Identity(BillLine line) => $"{line.SubscriptionNumber} {line.ChargeKey} {line.Kind} {line.FromOn:yyyy-MM-dd} {line.ToOn:yyyy-MM-dd} {line.Days}/{line.OfDays} {line.Rule} {line.Amount}";

    private static int Parts(IEnumerable<BillLine> lines) => lines.Count(line => line is { Days: > 0, Kind: not ChargeKind.Correction });

    private static long Sum(IEnumerable<BillLine> lines) => lines.Sum(line => line.Amount.Minor);

    // Years of histories, each made again and again: the usual run takes fewer.
    private static void Check<T>(Arbitrary<T> cases, Action<T> holds, int most = 100) =>
        Prop.ForAll(cases, holds).Check(Config.QuickThrowOnFailure.WithMaxTest(KilledPortal.Rounds(Math.Min(most, 15), most)));
}
