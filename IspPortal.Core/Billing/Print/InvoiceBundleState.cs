namespace IspPortal.Core.Billing.Print;

/// <summary>Where a bundle of bills stands.</summary>
public enum InvoiceBundleState
{
    /// <summary>It is the turn of others.</summary>
    Waiting,

    /// <summary>It is being made.</summary>
    Running,

    /// <summary>Its file can be loaded.</summary>
    Ready,

    /// <summary>It could not be made; it says why.</summary>
    Failed,
}
