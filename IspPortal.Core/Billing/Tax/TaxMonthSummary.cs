using IspPortal.Core.Common.Money;

namespace IspPortal.Core.Billing.Tax;

/// <summary>The output tax of a month.</summary>
/// <param name="Month">The month.</param>
/// <param name="Sums">By code; fakturs and retail apart.</param>
/// <param name="Collected">PPN that government collectors pay to the state themselves, part of the sums.</param>
/// <param name="WaitingCount">How many invoices, of any month, wait for a slip.</param>
/// <param name="Waiting">What they wait for.</param>
/// <param name="IsSellerKnown">Whether our NPWP is in the settings.</param>
public sealed record TaxMonthSummary(TaxMonth Month, IReadOnlyList<TaxCodeSum> Sums, Money Collected, int WaitingCount, Money Waiting, bool IsSellerKnown)
{
    /// <summary>How many credit notes of the month took tax back.</summary>
    public int CreditNotes { get; init; }

    /// <summary>What they took back, without tax.</summary>
    public Money CreditedBase { get; init; }

    /// <summary>The tax that they took back.</summary>
    public Money CreditedTax { get; init; }

    /// <summary>What goes into fakturs.</summary>
    public IEnumerable<TaxCodeSum> Fakturs => Sums.Where(sum => sum is { Code: not null, IsRetail: false });

    /// <summary>The digunggung summary.</summary>
    public IEnumerable<TaxCodeSum> Retail => Sums.Where(sum => sum is { Code: not null, IsRetail: true });

    /// <summary>All PPN.</summary>
    public Money Tax => Sums.Aggregate(Money.Zero, (sum, code) => sum + code.Tax);

    /// <summary>What we pay of it.</summary>
    public Money Payable => Tax - CreditedTax - Collected;
}
