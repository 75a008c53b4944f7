namespace IspPortal.Core.Customers.BillingAccounts;

/// <summary>How an account usually pays.</summary>
public enum PaymentWay
{
    /// <summary>Bank transfer.</summary>
    Transfer,

    /// <summary>Virtual account of a bank.</summary>
    VirtualAccount,

    /// <summary>QRIS.</summary>
    Qris,

    /// <summary>Cash at the counter.</summary>
    Cash,

    /// <summary>Cash to a collector at the door.</summary>
    Collector,
}
