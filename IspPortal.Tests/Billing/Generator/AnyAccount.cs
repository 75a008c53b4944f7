using FsCheck;
using FsCheck.Fluent;
using IspPortal.Core.Billing.Generator;
using IspPortal.Core.Common.Money;
using IspPortal.Core.Plans;
using IspPortal.Core.Plans.Offers;

namespace IspPortal.Tests.Billing.Generator;

/// <summary>Accounts of every kind: what happens to a line within two years around a leap day, and how it is billed.</summary>
internal sealed record AnyAccount(int Seed, BillingPolicy Policy, IReadOnlyList<SubscriptionBillingFacts> Subscriptions)
{
    /// <summary>After everything is over.</summary>
    public static readonly DateOnly End = new(2029, 8, 1);

    private static readonly DateOnly First = new(2027, 11, 1);

    /// <summary>Those accounts.</summary>
    /// <param name="unexpected">Without what is by its nature another thing when it is known ahead: late renewals and periods paid at once.</param>
    public static Arbitrary<AnyAccount> All(bool unexpected = false) => Gen.Choose(0, int.MaxValue - 1).Select(seed => Of(seed, unexpected)).ToArbitrary();

    public static AnyAccount Of(int seed, bool unexpected)
    {
        var random = new Random(seed);
        var policy = new BillingPolicy
        {
            Alignment = (PeriodAlignment)random.Next(3),
            FixedDay = random.Next(1, 32),
            Proration = (ProrationBasis)random.Next(2),
            InstalledAfterDay = random.Next(2) == 0 ? null : random.Next(1, 32),
            WhileIsolated = (IsolatedBilling)random.Next(3),
            IsolatedBilledDays = random.Next(10),
            PauseFeePerDay = Money.Idr(random.Next(3) == 0 ? random.Next(2_000) : 0),
            PauseFeePercent = random.Next(3) == 0 ? random.Next(101) : 0,
            PrepaidIssueDaysBefore = random.Next(11),
            PostpaidIssueDaysAfter = random.Next(4),
            LateRenewal = (LateRenewal)random.Next(2),
            SmallChargesWait = random.Next(2) == 0,
        };
        return new(seed, policy, [.. Enumerable.Range(1, random.Next(1, 3)).Select(number => Line(random, $"SUB-{number}", unexpected))]);
    }

    /// <summary>What is known on a day: nothing that begins later, and of what lasts not how long.</summary>
    public AccountBillingFacts KnownOn(DateOnly day) => new(Guid.Empty, [.. Subscriptions.Where(line => line.StartsOn <= day).Select(line => line with
    {
        TerminatedOn = line.TerminatedOn <= day ? line.TerminatedOn : null,
        Terms = [.. line.Terms.Where(term => term.FromOn <= day).Select(term => term.ToOn >= day ? term with { ToOn = null } : term)],
        Pauses = [.. line.Pauses.Where(pause => pause.FromOn <= day)],
        Isolated = [.. line.Isolated.Where(span => span.FromOn <= day).Select(span => span.ToOn >= day ? span with { ToOn = null } : span)],
        AddOns = [.. line.AddOns.Where(addOn => addOn.FromOn <= day).Select(addOn => addOn.ToOn >= day ? addOn with { ToOn = null } : addOn)],
        Promotions = [.. line.Promotions.Where(promotion => promotion.FromOn <= day)],
        Outages = [.. line.Outages.Where(hit => hit.ToOn < day)],
    })]);

    public AccountBillingFacts Facts => new(Guid.Empty, Subscriptions);

    public override string ToString() => $"seed {Seed}";

    private static SubscriptionBillingFacts Line(Random random, string number, bool unexpected)
    {
        var startsOn = First.AddDays(random.Next(150));
        var days = Enumerable.Range(0, 40).Select(_ => startsOn.AddDays(random.Next(1, 420))).Distinct().Order().ToArray();
        var payment = (PlanPayment)random.Next(2);
        var last = startsOn.AddDays(random.Next(20, 440));
        var promotions = new List<PromotionFacts>();
        for (var i = random.Next(3); i > 0; i--)
        {
            var kind = (PromotionKind)random.Next(4);
            promotions.Add(new(Sold.Id($"{number} promotion {i}"), $"Promosi {i}", unexpected && kind == PromotionKind.PayNGetM ? PromotionKind.Percent : kind, startsOn.AddDays(random.Next(100)))
            {
                Percent = random.Next(101),
                Amount = Money.Idr(random.Next(200_000)),
                Periods = random.Next(2) == 0 ? null : random.Next(1, 5),
                ToOn = random.Next(3) == 0 ? startsOn.AddDays(random.Next(100, 300)) : null,
                PayPeriods = random.Next(1, 4),
                GetPeriods = random.Next(4, 6),
            });
        }

        return new()
        {
            Id = Sold.Id(number),
            Number = number,
            StartsOn = startsOn,
            Payment = payment,
            TerminatedOn = last,
            ContractEndsOn = random.Next(2) == 0 ? last.AddDays(random.Next(-30, 30)) : null,
            Terms = Terms(random, number, startsOn, days),
            Pauses = Spans(random, days, 3),
            Isolated = Spans(random, days, 3),
            Lapses = unexpected || payment == PlanPayment.Postpaid ? [] : Spans(random, days, 2),
            Promotions = promotions,
            AddOns = [.. Enumerable.Range(0, random.Next(3)).Select(i => new AddOnFacts(Sold.Id($"{number} add-on {i}"), $"Tambahan {i}", random.Next(1, 4), Money.Idr(random.Next(1, 60_000)), random.Next(3) == 0, days[i], random.Next(2) == 0 ? null : days[^(i + 1)]))],
            Outages = [.. Enumerable.Range(0, random.Next(3)).Select(i => new OutageHit(Sold.Id($"{number} outage {i}"), "", days[i * 5], days[i * 5].AddDays(random.Next(4)), random.Next(10, 100)))],
            TopUps = [new(Sold.Id($"{number} top-up"), days[3], 1, Money.Idr(10_000))],
            Usage = [new(Sold.Id($"{number} usage"), days[1], days[4], 1, Money.Idr(10_000), Money.Idr(7_777))],
        };
    }

    private static TermFacts[] Terms(Random random, string number, DateOnly startsOn, DateOnly[] days)
    {
        var starts = Enumerable.Range(0, random.Next(3)).Select(_ => days[random.Next(days.Length)]).Append(startsOn).Distinct().Order().ToArray();
        return [.. starts.Select((from, i) =>
        {
            var cycle = random.Next(3) == 0 ? (PlanCycle)random.Next(7) : PlanCycle.Monthly;
            return new TermFacts(from, i + 1 < starts.Length ? starts[i + 1].AddDays(-1) : null, Sold.Id($"plan {i}"), $"Paket {i}", Sold.Id($"{number} price {i}"), Money.Idr(random.Next(1, 400_000)),
                new(cycle, cycle == PlanCycle.CustomDays ? random.Next(2, 27) : null))
            {
                IsTrial = random.Next(6) == 0,
                SetUpFee = Money.Idr(random.Next(2) * 25_000),
                Deposit = Money.Idr(random.Next(2) * 100_000),
                EarlyEndFee = Money.Idr(random.Next(2) * 300_000),
            };
        })];
    }

    // In order and apart, as the rules of pauses and isolir keep them.
    private static DaySpan[] Spans(Random random, DateOnly[] days, int most)
    {
        var found = new List<DaySpan>();
        for (var i = random.Next(most + 1); i > 0; i--)
        {
            var from = days[random.Next(days.Length)];
            var span = new DaySpan(from, from.AddDays(random.Next(40)));
            if (!found.Exists(other => other.FromOn <= span.ToOn!.Value.AddDays(1) && other.ToOn!.Value.AddDays(1) >= span.FromOn))
            {
                found.Add(span);
            }
        }

        return [.. found.OrderBy(span => span.FromOn)];
    }
}
