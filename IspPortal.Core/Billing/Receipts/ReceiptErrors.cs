using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Billing.Receipts;

/// <summary>Expected failures with receipts.</summary>
public static class ReceiptErrors
{
    /// <summary>There is no such receipt.</summary>
    public static Error NotFound { get; } = new("receipts.not_found", ErrorKind.NotFound);

    /// <summary>Something else was booked under that key already.</summary>
    public static Error KeyReused { get; } = new("receipts.key_reused", ErrorKind.Conflict);

    /// <summary>It was taken back already.</summary>
    public static Error AlreadyVoided { get; } = new("receipts.already_voided", ErrorKind.Conflict);

    /// <summary>There is no such refund.</summary>
    public static Error RefundNotFound { get; } = new("receipts.refund_not_found", ErrorKind.NotFound);

    /// <summary>More than the credit there is ({0}).</summary>
    public static Error RefundTooMuch(Common.Money.Money credit) => new("receipts.refund_too_much", ErrorKind.Conflict, credit);

    /// <summary>What it gave as credit was paid back to the customer: there is nothing that could be taken back.</summary>
    public static Error CreditPaidBack { get; } = new("receipts.credit_paid_back", ErrorKind.Conflict);

    /// <summary>One of the chosen bills is not open any more, or less of it is.</summary>
    public static Error BillChanged { get; } = new("receipts.bill_changed", ErrorKind.Conflict);

    /// <summary>The money ({0}) is not what the payers pay ({1}).</summary>
    public static Error SumsDiffer(Common.Money.Money money, Common.Money.Money payers) => new("receipts.sums_differ", ErrorKind.Invalid, money, payers);
}
