namespace IspPortal.Core.Billing.Generator;

/// <summary>Where periods of whole months begin. Days and weeks are counted from the first day in all cases but one: a calendar week begins on Monday.</summary>
public enum PeriodAlignment
{
    /// <summary>On the day of the month on which the subscription began; a month that is too short has it on its last day.</summary>
    Anniversary,

    /// <summary>On <see cref="BillingPolicy.FixedDay"/> for everybody; the days before the first one are billed as a part.</summary>
    FixedDay,

    /// <summary>With the month, quarter, half-year or year of the calendar.</summary>
    Calendar,
}
