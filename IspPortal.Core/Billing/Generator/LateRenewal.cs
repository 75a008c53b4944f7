namespace IspPortal.Core.Billing.Generator;

/// <summary>Where a prepaid line counts from that is paid for after it ran out. The days without service are never billed either way.</summary>
public enum LateRenewal
{
    /// <summary>Its periods begin anew on the day of the payment.</summary>
    Payment,

    /// <summary>Its periods stay where they were; what is left of the one it comes back in is billed by days.</summary>
    OldEnd,
}
