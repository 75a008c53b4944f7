using IspPortal.Core.Common.Money;

namespace IspPortal.Core.Billing.Tax;

/// <summary>What tax makes of the lines of an invoice.</summary>
/// <param name="Amounts">By code, those without tax first, then in the order of the codes.</param>
/// <param name="Withheld">What the customer withholds (PPh 23) and shows a slip for; not part of what it pays.</param>
/// <param name="CollectedByCustomer">The tax that a government collector pays to the state itself; not part of what it pays to us.</param>
/// <param name="FakturCode">The transaction code of the faktur pajak: 01 rate on the price, 02 government collector, 04 DPP nilai lain; null: no faktur.</param>
public sealed record InvoiceTaxes(IReadOnlyList<TaxAmount> Amounts, Money Withheld, Money CollectedByCustomer, string? FakturCode)
{
    /// <summary>All lines without tax.</summary>
    public Money Base => Amounts.Aggregate(Money.Zero, (sum, amount) => sum + amount.Base);

    /// <summary>All tax, whoever pays it.</summary>
    public Money Tax => Amounts.Aggregate(Money.Zero, (sum, amount) => sum + amount.Tax);

    /// <summary>The invoice: base and tax.</summary>
    public Money Total => Base + Tax;

    /// <summary>What the customer transfers to us.</summary>
    public Money Payable => Total - CollectedByCustomer - Withheld;
}
