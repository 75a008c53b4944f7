using IspPortal.Core.Billing.Generator;
using IspPortal.Core.Common.Money;

namespace IspPortal.Core.Billing.Tax;

/// <summary>
/// The tax of an invoice: once per code, on the sum of its lines, never per line, so that rupiah do not drift. Rounded half away from zero from the unrounded base: 12 % of 11/12 of 150,250 is
/// 16,528, while 12 % of the rounded 137,729 would be 16,527.
/// </summary>
public static class InvoiceTax
{
    private const int Whole = 10_000;

    /// <summary>What tax makes of <paramref name="lines"/>.</summary>
    /// <param name="lines">The lines; their sum may be negative (a credit note).</param>
    /// <param name="table">The rules.</param>
    /// <param name="on">The day of the invoice, which decides the rate.</param>
    /// <param name="profile">The customer's.</param>
    public static InvoiceTaxes Calculate(IEnumerable<BillLine> lines, TaxTable table, DateOnly on, TaxProfile profile)
    {
        ArgumentNullException.ThrowIfNull(lines);
        return Calculate(lines.Select(line => (line.TaxCode, line.Amount)), table, on, profile);
    }

    /// <summary>The same of amounts with their tax codes, for invoices that were written by hand.</summary>
    /// <param name="amounts">The code (empty: none) and the amount of each line.</param>
    /// <param name="table">The rules.</param>
    /// <param name="on">The day of the invoice.</param>
    /// <param name="profile">The customer's.</param>
    public static InvoiceTaxes Calculate(IEnumerable<(string TaxCode, Money Amount)> amounts, TaxTable table, DateOnly on, TaxProfile profile)
    {
        ArgumentNullException.ThrowIfNull(amounts);
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(profile);
        var taxes = amounts.GroupBy(line => line.TaxCode, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => Of(table.Find(group.Key, on), group.Aggregate(Money.Zero, (sum, line) => sum + line.Amount), profile)).ToArray();
        var taxed = taxes.Where(tax => tax.Rule is { Mode: not TaxMode.Exempt }).ToArray();
        var collected = profile.Customer == CustomerTax.Collector ? Sum(taxed, tax => tax.Tax) : Money.Zero;
        // PPh 23 is of what was earned, whether PPN is on it or not; deposits and penalties have no code and are not earned.
        var withheld = Sum(taxes.Where(tax => tax.Rule is not null), tax => tax.Base).BasisPoints(profile.WithholdingBasisPoints);
        return new(taxes, withheld, collected, FakturCode(taxed, profile));
    }

    private static TaxAmount Of(TaxRule? rule, Money sum, TaxProfile profile)
    {
        if (rule is null or { Mode: TaxMode.Exempt })
        {
            return new(rule, sum, Money.Zero, Money.Zero);
        }

        var (up, down) = ((long)rule.RateBasisPoints * rule.BaseNumerator, (long)Whole * rule.BaseDenominator);
        var price = rule.Mode == TaxMode.Inclusive ? sum.Times(down, down + up) : sum;
        if (profile.Customer == CustomerTax.Exempt)
        {
            return new(rule with { Mode = TaxMode.Exempt }, price, Money.Zero, Money.Zero);
        }

        var tax = rule.Mode == TaxMode.Inclusive ? sum - price : price.Times(up, down);
        return new(rule, price, price.Times(rule.BaseNumerator, rule.BaseDenominator), tax);
    }

    private static string? FakturCode(IReadOnlyCollection<TaxAmount> taxed, TaxProfile profile) =>
        taxed.Count == 0 ? null
        : profile.Customer == CustomerTax.Collector ? "02"
        : taxed.Any(tax => tax.Rule!.HasOtherBase) ? "04" : "01";

    private static Money Sum(IEnumerable<TaxAmount> taxes, Func<TaxAmount, Money> of) => taxes.Aggregate(Money.Zero, (sum, tax) => sum + of(tax));
}
