namespace IspPortal.Core.Billing.Generator;

/// <summary>Whether a line is billed while it is isolated.</summary>
public enum IsolatedBilling
{
    /// <summary>As if it were not.</summary>
    Yes,

    /// <summary>Not for whole isolated days.</summary>
    No,

    /// <summary>For the first <see cref="BillingPolicy.IsolatedBilledDays"/> days of each isolir, not for the rest.</summary>
    UntilDay,
}
