using IspPortal.Core.Billing.Generator;
using IspPortal.Core.Billing.Runs;
using IspPortal.Core.Billing.Tax;
using IspPortal.Core.Common.Money;
using IspPortal.Infrastructure.Billing.Invoices;

namespace IspPortal.Infrastructure.Billing.Runs;

/// <summary>Facts as they would be if what is assumed held. The generator sees nothing else: its rules stay the same.</summary>
internal sealed class Assumptions(WhatIfRequest request)
{
    // The version of a price that nobody saved.
    private static readonly Guid Assumed = new("00000000-0000-7000-8000-000000000001");

    private readonly DateOnly _from = request.AssumedFromOn ?? request.ThroughOn;

    /// <summary>The tax rules that then hold.</summary>
    public TaxTable Taxes { get; } = TaxesOf(request);

    /// <summary>The same account with other prices and another minimum.</summary>
    public AccountFacts Apply(AccountFacts account)
    {
        var facts = account.Facts;
        if (request.Prices.Count > 0)
        {
            facts = facts with { Subscriptions = [.. facts.Subscriptions.Select(line => line with { Terms = [.. line.Terms.SelectMany(Split)] })] };
        }

        return account with { Facts = request.MinimumCharge is { } least && request.ThroughOn >= _from ? facts with { MinimumCharge = least } : facts };
    }

    private static TaxTable TaxesOf(WhatIfRequest request)
    {
        if (request.TaxBasisPoints is not { } rate)
        {
            return TaxTable.Indonesia;
        }

        var from = request.AssumedFromOn ?? request.ThroughOn;
        var name = $"PPN {(rate / 100m).ToString("0.##", System.Globalization.CultureInfo.InvariantCulture)} %";
        return new TaxTable(
        [
            .. TaxTable.Indonesia.Rules.Where(rule => rule.ValidFromOn < from),
            new TaxRule(TaxTable.Ppn, from, name, rate), new TaxRule(TaxTable.PpnIncluded, from, name, rate, TaxMode.Inclusive),
        ]);
    }

    private IEnumerable<TermFacts> Split(TermFacts term)
    {
        if (!request.Prices.TryGetValue(term.PlanId, out Money price) || price == term.Price || term.ToOn < _from)
        {
            yield return term;
            yield break;
        }

        if (term.FromOn < _from)
        {
            yield return term with { ToOn = _from.AddDays(-1) };
        }

        yield return term with { FromOn = term.FromOn < _from ? _from : term.FromOn, PriceId = Assumed, Price = price };
    }
}
