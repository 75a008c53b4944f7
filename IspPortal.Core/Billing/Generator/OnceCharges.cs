using System.Globalization;
using IspPortal.Core.Common.Money;
using IspPortal.Core.Plans;

namespace IspPortal.Core.Billing.Generator;

/// <summary>What a subscription pays once: at its beginning, at its end, and for what happened on a day.</summary>
internal sealed class OnceCharges(SubscriptionBillingFacts facts, BillingPolicy policy, ServiceCalendar calendar, ServiceDays days, ChargeKeys keys)
{
    /// <summary>The lines that are due.</summary>
    /// <param name="billed">What was billed.</param>
    /// <param name="throughOn">The day of the bill.</param>
    public IEnumerable<BillLine> Lines(IReadOnlyCollection<BilledCharge> billed, DateOnly throughOn)
    {
        var lines = AtTheStart(throughOn).Concat(AddOns(throughOn)).Concat(Usage(throughOn)).Concat(Extra(facts.Charges, keys, throughOn)).ToList();
        lines.AddRange(AtTheEnd(billed, lines, throughOn));
        return lines.Select(line => line with { SubscriptionId = facts.Id, SubscriptionNumber = facts.Number });
    }

    /// <summary>The lines of charges that are billed as they are.</summary>
    public static IEnumerable<BillLine> Extra(IEnumerable<ExtraCharge> charges, ChargeKeys keys, DateOnly throughOn)
    {
        foreach (var charge in charges.Where(charge => charge.On <= throughOn && !charge.Amount.IsZero).OrderBy(charge => charge.On).ThenBy(charge => charge.Id))
        {
            var key = KeyOf(charge.Kind switch { ChargeKind.LateFee => "late-fee", ChargeKind.Reconnect => "reconnect", _ => "charge" }, charge.Id);
            if (keys.Take(key))
            {
                yield return Once(charge.Kind, charge.Text, charge.Amount, charge.Id, charge.TaxCode, key);
            }
        }
    }

    // What is paid before a period begins is also paid before the line does.
    private DateOnly DueFrom(DateOnly on) => facts.Payment == PlanPayment.Prepaid ? on.AddDays(-policy.PrepaidIssueDaysBefore) : on;

    private IEnumerable<BillLine> AtTheStart(DateOnly throughOn)
    {
        if (calendar.FirstOn > facts.StartsOn || DueFrom(facts.StartsOn) > throughOn || facts.LastOn < facts.StartsOn || facts.Terms.MinBy(term => term.FromOn) is not { } term)
        {
            yield break;
        }

        foreach (var (kind, key, amount, taxCode) in new[]
        {
            (ChargeKind.SetUp, "set-up", term.SetUpFee, term.TaxCode), (ChargeKind.Installation, "installation", term.InstallationFee, term.TaxCode), (ChargeKind.Deposit, "deposit", term.Deposit, ""),
        })
        {
            if (!amount.IsZero && keys.Take(key))
            {
                yield return Once(kind, "", amount, term.PriceId, taxCode, key);
            }
        }
    }

    private IEnumerable<BillLine> AddOns(DateOnly throughOn)
    {
        foreach (var addOn in facts.AddOns.Where(a => a.IsOneTime && IsOpen(a.FromOn) && DueFrom(a.FromOn) <= throughOn && !(a.ToOn < a.FromOn)).OrderBy(a => a.FromOn).ThenBy(a => a.Id))
        {
            var (amount, key) = (addOn.Price * addOn.Quantity, KeyOf("addon-once", addOn.Id));
            if (!amount.IsZero && keys.Take(key))
            {
                yield return Once(ChargeKind.AddOnOnce, addOn.Name, amount, addOn.Id, addOn.TaxCode, key) with { Quantity = addOn.Quantity, UnitPrice = addOn.Price, Rule = BillRule.PerUnit };
            }
        }
    }

    private IEnumerable<BillLine> Usage(DateOnly throughOn)
    {
        foreach (var usage in facts.Usage.Where(u => u.ToOn >= calendar.FirstOn && u.ToOn < throughOn && !u.Amount.IsZero).OrderBy(u => u.FromOn).ThenBy(u => u.Id))
        {
            var key = KeyOf("usage", usage.Id);
            if (keys.Take(key))
            {
                yield return Once(ChargeKind.Usage, "", usage.Amount, usage.Id, usage.TaxCode, key) with
                {
                    FromOn = usage.FromOn,
                    ToOn = usage.ToOn,
                    Quantity = usage.OverBytes,
                    UnitPrice = usage.PerGigabyte,
                    Rule = BillRule.PerGigabyte,
                };
            }
        }

        foreach (var topUp in facts.TopUps.Where(t => t.BoughtOn >= calendar.FirstOn && t.BoughtOn <= throughOn && !t.Price.IsZero).OrderBy(t => t.BoughtOn).ThenBy(t => t.Id))
        {
            var key = KeyOf("top-up", topUp.Id);
            if (keys.Take(key))
            {
                yield return Once(ChargeKind.TopUp, "", topUp.Price, topUp.Id, topUp.TaxCode, key) with { FromOn = topUp.BoughtOn, ToOn = topUp.BoughtOn, Quantity = topUp.Bytes };
            }
        }
    }

    private IEnumerable<BillLine> AtTheEnd(IReadOnlyCollection<BilledCharge> billed, IReadOnlyCollection<BillLine> now, DateOnly throughOn)
    {
        if (facts.LastOn is not { } last || last >= throughOn)
        {
            yield break;
        }

        if (facts.TerminatedOn is { } terminated && terminated < facts.ContractEndsOn && terminated >= facts.StartsOn && days.TermOn(last) is { } term && !term.EarlyEndFee.IsZero && keys.Take("early-end"))
        {
            yield return Once(ChargeKind.EarlyEnd, term.PlanName, term.EarlyEndFee, term.PriceId, policy.EarlyEndTaxCode, "early-end");
        }

        var held = billed.Where(charge => charge.Kind == ChargeKind.Deposit).Aggregate(Money.Zero, (sum, charge) => sum + charge.Amount - charge.Credited)
            + now.Where(line => line.Kind == ChargeKind.Deposit).Aggregate(Money.Zero, (sum, line) => sum + line.Amount);
        if (held > Money.Zero && keys.Take("deposit-return"))
        {
            yield return Once(ChargeKind.DepositReturn, "", -held, null, "", "deposit-return");
        }
    }

    private bool IsOpen(DateOnly on) => on >= calendar.FirstOn && !(facts.LastOn < on);

    private static BillLine Once(ChargeKind kind, string text, Money amount, Guid? sourceId, string taxCode, string key) =>
        new() { Kind = kind, Text = text, UnitPrice = amount, Amount = amount, Rule = BillRule.Once, SourceId = sourceId, TaxCode = taxCode, ChargeKey = key };

    private static string KeyOf(string what, Guid id) => string.Create(CultureInfo.InvariantCulture, $"{what}:{id:N}");
}
