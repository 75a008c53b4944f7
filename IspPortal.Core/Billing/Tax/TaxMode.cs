namespace IspPortal.Core.Billing.Tax;

/// <summary>How a tax and a price go together.</summary>
public enum TaxMode
{
    /// <summary>The tax comes on top of the price.</summary>
    Exclusive,

    /// <summary>The price has the tax in it.</summary>
    Inclusive,

    /// <summary>There is none.</summary>
    Exempt,
}
