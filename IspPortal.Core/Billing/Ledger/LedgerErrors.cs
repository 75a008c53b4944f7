using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Billing.Ledger;

/// <summary>Expected failures with the ledger.</summary>
public static class LedgerErrors
{
    /// <summary>The occasion is in the ledger already; nothing was posted again.</summary>
    public static Error AlreadyPosted { get; } = new("ledger.already_posted", ErrorKind.Conflict);

    /// <summary>The day ({0}) is closed already, and so is every day before it.</summary>
    public static Error DayClosed(DateOnly day) => new("ledger.day_closed", ErrorKind.Conflict, day);

    /// <summary>The day ({0}) has not come yet.</summary>
    public static Error DayNotCome(DateOnly day) => new("ledger.day_not_come", ErrorKind.Conflict, day);

    /// <summary>Something was posted since the totals were looked at: look again before the day is closed for good.</summary>
    public static Error TotalsChanged { get; } = new("ledger.totals_changed", ErrorKind.Conflict);

    /// <summary>The period ends before it begins or is longer than {0} days.</summary>
    public static Error BadPeriod(int mostDays) => new("ledger.bad_period", ErrorKind.Invalid, mostDays);
}
