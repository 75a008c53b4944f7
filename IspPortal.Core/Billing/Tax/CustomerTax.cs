namespace IspPortal.Core.Billing.Tax;

/// <summary>Who pays the tax of a customer's invoices.</summary>
public enum CustomerTax
{
    /// <summary>The customer pays it to us.</summary>
    Normal,

    /// <summary>Nobody: the customer is exempt.</summary>
    Exempt,

    /// <summary>A government collector: it is on the invoice, and the customer pays it to the state itself.</summary>
    Collector,
}
