using IspPortal.Core.Billing.Generator;
using IspPortal.Core.Billing.Tax;
using IspPortal.Core.Common.Money;

namespace IspPortal.Core.Billing.Corrections;

/// <summary>What a credit note comes to. Pure.</summary>
/// <param name="Base">Without tax.</param>
/// <param name="Tax">The tax that goes back.</param>
/// <param name="Collected">Of it what the customer pays to the state itself.</param>
/// <param name="Before">The invoice as earlier credit notes left it.</param>
/// <param name="After">The invoice as this one leaves it.</param>
public sealed record CreditAmounts(Money Base, Money Tax, Money Collected, InvoiceTaxes Before, InvoiceTaxes After)
{
    /// <summary>Base and tax.</summary>
    public Money Total => Base + Tax;

    /// <summary>
    /// The difference between the invoice as it stands and as it will: credit notes that take back all of it, in however many steps, come to exactly the invoice, whatever rounding did.
    /// </summary>
    /// <param name="standing">The lines with what earlier credit notes left of them.</param>
    /// <param name="taken">What is taken back now by line, in the terms of the line.</param>
    /// <param name="on">The day of the invoice, which decides the rate.</param>
    /// <param name="customer">Who pays its tax.</param>
    public static CreditAmounts Of(IReadOnlyList<BillLine> standing, IReadOnlyList<Money> taken, DateOnly on, CustomerTax customer)
    {
        ArgumentNullException.ThrowIfNull(standing);
        ArgumentNullException.ThrowIfNull(taken);
        var profile = new TaxProfile(customer);
        var before = InvoiceTax.Calculate(standing, TaxTable.Indonesia, on, profile);
        var after = InvoiceTax.Calculate(standing.Zip(taken, (line, amount) => line with { Amount = line.Amount - amount }), TaxTable.Indonesia, on, profile);
        return new CreditAmounts(before.Base - after.Base, before.Tax - after.Tax, before.CollectedByCustomer - after.CollectedByCustomer, before, after);
    }
}
