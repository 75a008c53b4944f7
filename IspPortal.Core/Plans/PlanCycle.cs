namespace IspPortal.Core.Plans;

/// <summary>How long one paid period lasts.</summary>
public enum PlanCycle
{
    /// <summary>A day.</summary>
    Daily,

    /// <summary>Seven days.</summary>
    Weekly,

    /// <summary>A calendar month.</summary>
    Monthly,

    /// <summary>Three calendar months.</summary>
    Quarterly,

    /// <summary>Six calendar months.</summary>
    HalfYearly,

    /// <summary>Twelve calendar months.</summary>
    Yearly,

    /// <summary>A number of days of the plan's own.</summary>
    CustomDays,
}
