namespace IspPortal.Core.Billing.Leaks;

/// <summary>Where money is lost.</summary>
public enum LeakKind
{
    /// <summary>A line is online and no bill is about its days.</summary>
    OnlineNotBilled,

    /// <summary>The router gives a line more than its plan.</summary>
    FasterThanPlan,

    /// <summary>A line that is paid is isolated, or was not seen for long: its customer will not pay for ever.</summary>
    PaidNotServed,

    /// <summary>A router serves somebody whom nobody sold anything.</summary>
    UnknownOnRouter,

    /// <summary>A line runs on past its end.</summary>
    PastEnd,

    /// <summary>A discount is given past its date.</summary>
    DiscountPastDate,
}
