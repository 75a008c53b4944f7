namespace IspPortal.Core.Billing.Revenue;

/// <summary>By what billed revenue is told apart.</summary>
public enum RevenueGroup
{
    /// <summary>By plan.</summary>
    Plan,

    /// <summary>By the customer's city.</summary>
    Area,
}
