namespace IspPortal.Core.Billing.Ledger;

/// <summary>
/// The accounts of the ledger. What they are called and numbered in an accounting package is a setting (<see cref="LedgerSettings"/>); what they mean is fixed.
/// A balance above zero is a debit: money that is owed to the provider or that it has, and what it spent.
/// </summary>
public enum LedgerAccount
{
    /// <summary>What billing accounts owe for issued invoices. Always of a billing account.</summary>
    Receivable,

    /// <summary>What was paid ahead or credited and is not used up. Always of a billing account.</summary>
    CustomerCredit,

    /// <summary>Notes and coins, each drawer and each collector a sub-account of its own.</summary>
    Cash,

    /// <summary>Money in the bank, one sub-account a bank account.</summary>
    Bank,

    /// <summary>What gateways took in and have not paid out, one sub-account a gateway.</summary>
    GatewayClearing,

    /// <summary>What gateways kept for themselves.</summary>
    GatewayFees,

    /// <summary>VAT (PPN) that was charged and is owed to the state.</summary>
    Tax,

    /// <summary>Income tax (PPh 23) that customers withheld and a <i>bukti potong</i> proves.</summary>
    Withholding,

    /// <summary>What was earned with services.</summary>
    Revenue,

    /// <summary>What was billed ahead and is not earned yet.</summary>
    DeferredRevenue,

    /// <summary>Refundable deposits, e.g. of ONTs. Always of a billing account.</summary>
    Deposits,

    /// <summary>Discounts that were given; takes away from <see cref="Revenue"/>.</summary>
    Discounts,

    /// <summary>Late and reconnect fees.</summary>
    LateFees,

    /// <summary>Small differences that nobody runs after.</summary>
    Rounding,

    /// <summary>Money whose sender is not known yet.</summary>
    Unidentified,

    /// <summary>What was given up as lost.</summary>
    WriteOff,

    /// <summary>The other side of balances that were brought along at cutover.</summary>
    Opening,
}
