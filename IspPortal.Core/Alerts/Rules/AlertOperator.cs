namespace IspPortal.Core.Alerts.Rules;

/// <summary>How a figure is compared.</summary>
public enum AlertOperator
{
    /// <summary>Greater than the value.</summary>
    Above,

    /// <summary>The value or greater.</summary>
    AtLeast,

    /// <summary>Less than the value.</summary>
    Below,

    /// <summary>The value or less.</summary>
    AtMost,

    /// <summary>From the value to the upper value, both included.</summary>
    Between,

    /// <summary>Less than the value or greater than the upper value.</summary>
    Outside,

    /// <summary>Fell by the value or more from the highest of the window.</summary>
    FellBy,

    /// <summary>Fell by so many percent or more from the highest of the window.</summary>
    FellByPercent,

    /// <summary>A counter grew by more than the value within the window; a gauge rose by it from the lowest of the window.</summary>
    GrewBy,

    /// <summary>Is another than before; over when it stayed the same for a window.</summary>
    Changed,

    /// <summary>Was read before and is not read any more for so long.</summary>
    Missing,
}
