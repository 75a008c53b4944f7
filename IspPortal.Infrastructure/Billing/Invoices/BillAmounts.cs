using IspPortal.Core.Billing.Generator;
using IspPortal.Core.Billing.Ledger;
using IspPortal.Core.Billing.Tax;
using IspPortal.Core.Common.Money;

namespace IspPortal.Infrastructure.Billing.Invoices;

/// <summary>Sorts the lines of a bill into the accounts of the ledger. The sum is what the customer owes us of it, withheld tax included, to the rupiah.</summary>
internal static class BillAmounts
{
    public static BilledAmounts Of(IReadOnlyList<BillLine> lines, InvoiceTaxes taxes)
    {
        var deposits = Sum(lines.Where(line => line.Kind is ChargeKind.Deposit or ChargeKind.DepositReturn));
        var fees = Sum(lines.Where(line => line.Kind is ChargeKind.LateFee or ChargeKind.Reconnect));
        var rounding = Sum(lines.Where(line => line.Kind == ChargeKind.Rounding));
        var discounts = -Sum(lines.Where(line => line.Kind is ChargeKind.Discount or ChargeKind.OutageCredit));
        var deferred = Sum(lines.Where(line => line.Spread.Count > 0).SelectMany(line => line.Spread.Skip(1)).Select(part => part.Amount));
        // Prices that have the tax in them: the base is what is left of all lines, and lies with the services.
        var revenue = taxes.Base - deposits - fees - rounding + discounts - deferred;
        // What a collector pays to the state itself is neither owed to us nor by us.
        return new BilledAmounts { Revenue = revenue, Deferred = deferred, Deposits = deposits, LateFees = fees, Tax = taxes.Tax - taxes.CollectedByCustomer, Discounts = discounts, Rounding = rounding };
    }

    private static Money Sum(IEnumerable<BillLine> lines) => Sum(lines.Select(line => line.Amount));

    private static Money Sum(IEnumerable<Money> amounts) => amounts.Aggregate(Money.Zero, (sum, amount) => sum + amount);
}
