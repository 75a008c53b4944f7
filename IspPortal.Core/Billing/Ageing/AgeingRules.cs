namespace IspPortal.Core.Billing.Ageing;

/// <summary>Says how late a bill is. Pure.</summary>
public static class AgeingRules
{
    /// <summary>The last day of <see cref="AgeingBucket.Days30"/>; the two after it are as long again.</summary>
    public const int Step = 30;

    /// <summary>The earliest day that can be asked for: long before any ledger, far enough from the beginning of the calendar.</summary>
    public static DateOnly EarliestOn { get; } = new(2000, 1, 1);

    /// <summary>Where a bill belongs that can be paid in time until <paramref name="dueOn"/>, seen on a day: on its last day it is not late.</summary>
    public static AgeingBucket BucketOf(DateOnly? dueOn, DateOnly on) => dueOn is not { } due ? AgeingBucket.Current : (on.DayNumber - due.DayNumber) switch
    {
        <= 0 => AgeingBucket.Current,
        <= Step => AgeingBucket.Days30,
        <= 2 * Step => AgeingBucket.Days60,
        <= 3 * Step => AgeingBucket.Days90,
        _ => AgeingBucket.Older,
    };
}
