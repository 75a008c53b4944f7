using IspPortal.Core.Common.Money;

namespace IspPortal.Core.Billing.Dunning;

/// <summary>When late payers are told what, and when they are isolated.</summary>
public sealed record DunningPolicy
{
    /// <summary>What is told about a bill, by day; one step a day.</summary>
    public IReadOnlyList<DunningStep> Steps { get; init; } = [];

    /// <summary>From how many days after the due day on the last warning holds.</summary>
    public int WarnAfterDays { get; init; }

    /// <summary>From how many days after the due day on lines are isolated.</summary>
    public int IsolirAfterDays { get; init; }

    /// <summary>From how many days after the due day on lines are to be ended; 0: never.</summary>
    public int TerminateAfterDays { get; init; }

    /// <summary>What may be owed without any of this.</summary>
    public Money Tolerance { get; init; }

    /// <summary>The hour of isolir days from which on lines are isolated.</summary>
    public TimeOnly IsolirFrom { get; init; }

    /// <summary>The hour from which on no more are isolated that day.</summary>
    public TimeOnly IsolirUntil { get; init; } = TimeOnly.MaxValue;

    /// <summary>Days on which nobody is isolated.</summary>
    public IReadOnlySet<DateOnly> Holidays { get; init; } = new HashSet<DateOnly>();

    /// <summary>What is charged for paying late.</summary>
    public LateFeePolicy LateFee { get; init; } = new();

    /// <summary>Whether lines may be isolated at that time.</summary>
    public bool MayIsolateAt(DateOnly day, TimeOnly time) => !Holidays.Contains(day) && time >= IsolirFrom && time < IsolirUntil;
}
