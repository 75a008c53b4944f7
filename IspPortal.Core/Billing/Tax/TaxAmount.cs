using IspPortal.Core.Common.Money;

namespace IspPortal.Core.Billing.Tax;

/// <summary>The tax of one code on one invoice.</summary>
/// <param name="Rule">The rule that held, as <see cref="TaxMode.Exempt"/> where the customer is; null: the lines have no code.</param>
/// <param name="Base">The price without tax (harga jual).</param>
/// <param name="TaxBase">The base that the rate is of (DPP nilai lain where the rule has a share); for paper, the tax is not computed from it.</param>
/// <param name="Tax">The tax, rounded once.</param>
public sealed record TaxAmount(TaxRule? Rule, Money Base, Money TaxBase, Money Tax)
{
    /// <summary>Price and tax.</summary>
    public Money Total => Base + Tax;
}
