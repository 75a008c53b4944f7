namespace IspPortal.Core.Billing.Receipts;

/// <summary>How somebody paid.</summary>
public enum PaymentMethod
{
    /// <summary>Notes and coins, in a drawer or with a collector.</summary>
    Cash,

    /// <summary>To a bank account of the provider.</summary>
    BankTransfer,

    /// <summary>Through a payment gateway.</summary>
    Gateway,
}
