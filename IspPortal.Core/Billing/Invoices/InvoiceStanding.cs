using IspPortal.Core.Common.Money;

namespace IspPortal.Core.Billing.Invoices;

/// <summary>What a bill is called. Pure.</summary>
public static class InvoiceStanding
{
    /// <summary>The word for it.</summary>
    /// <param name="kind">Its kind.</param>
    /// <param name="state">What is stored.</param>
    /// <param name="payable">What the customer has to pay.</param>
    /// <param name="outstanding">What of it is open.</param>
    /// <param name="credited">What credit notes took back.</param>
    public static InvoiceStatus Of(InvoiceKind kind, InvoiceState state, Money payable, Money outstanding, Money credited) => state switch
    {
        InvoiceState.Draft => InvoiceStatus.Draft,
        InvoiceState.WrittenOff => InvoiceStatus.WrittenOff,
        InvoiceState.Lapsed => InvoiceStatus.Lapsed,
        InvoiceState.Replaced => InvoiceStatus.Replaced,
        InvoiceState.Withdrawn => InvoiceStatus.Withdrawn,
        _ when kind == InvoiceKind.ProForma => InvoiceStatus.Offered,
        _ when credited >= payable && payable > Money.Zero => InvoiceStatus.Credited,
        _ when outstanding <= Money.Zero => InvoiceStatus.Paid,
        _ => outstanding < payable - credited ? InvoiceStatus.PartPaid : InvoiceStatus.Open,
    };

    /// <summary>Whether it is owed and its day is over: only what is open of an issued invoice can be late.</summary>
    public static bool IsOverdue(InvoiceKind kind, InvoiceState state, Money outstanding, DateOnly? dueOn, DateOnly today) =>
        kind != InvoiceKind.ProForma && state == InvoiceState.Issued && outstanding > Money.Zero && dueOn < today;
}
