namespace IspPortal.Core.Billing.Generator;

/// <summary>What a part of a period is a part of.</summary>
public enum ProrationBasis
{
    /// <summary>The days that the period has.</summary>
    DaysOfPeriod,

    /// <summary>
    /// Months of thirty days, whatever the calendar says: a 31st costs nothing, and the last day of a shorter month counts for those that are missing, so that the parts of a month still make a
    /// month. Periods that are not whole months are counted by their own days.
    /// </summary>
    ThirtyDays,
}
