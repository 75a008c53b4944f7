using IspPortal.Core.Audit;

namespace IspPortal.Core.Billing.Dunning;

/// <summary>Isolates the lines of bills that are late enough, or ends them, once a day, as one thing that can be undone. The holds it sets carry its number.</summary>
[Audited("isolir-run")]
internal sealed class IsolirRun
{
    /// <summary>The prefix of its number series.</summary>
    public const string NumberPrefix = "ISO";

    /// <summary>The prefix of runs that end lines, a series of their own.</summary>
    public const string TerminationPrefix = "TER";

    public required Guid Id { get; init; }

    public required string Number { get; init; }

    public DunningRunKind Kind { get; init; }

    /// <summary>The day on which it isolates or ends.</summary>
    public required DateOnly On { get; init; }

    /// <summary>Kind and day as text while it counts, so that there is one a day; its own id once it is gone.</summary>
    [NotAudited]
    public required string DayKey { get; set; }

    public IsolirRunState State { get; set; }

    /// <summary>The portal is in observe mode: whom it would isolate is all there is.</summary>
    public bool IsObserved { get; init; }

    /// <summary>The account up to which it is prepared.</summary>
    [NotAudited]
    public Guid? PreparedTo { get; set; }

    /// <summary>Accounts that are isolated.</summary>
    [NotAudited]
    public int Accounts { get; set; }

    /// <summary>Accounts that are late enough and held back.</summary>
    [NotAudited]
    public int Held { get; set; }

    [NotAudited]
    public int Lines { get; set; }

    [NotAudited]
    public int Routers { get; set; }

    /// <summary>What the accounts to be isolated owe and is overdue.</summary>
    [NotAudited]
    public long OverdueMinor { get; set; }

    /// <summary>Accounts with lines in service, all of them.</summary>
    [NotAudited]
    public int AllAccounts { get; set; }

    /// <summary>Accounts on the same day of the last three months, on average; null: there were no runs.</summary>
    [NotAudited]
    public int? Usual { get; set; }

    public bool IsBeyondShare { get; set; }

    public bool IsUnusual { get; set; }

    /// <summary>Why it goes beyond its limits; null: it does not, or nobody gave one.</summary>
    public string? LimitReason { get; set; }

    [NotAudited]
    public int Isolated { get; set; }

    [NotAudited]
    public int Failed { get; set; }

    [NotAudited]
    public int LeftOut { get; set; }

    public required string CreatedBy { get; init; }

    public required DateTime CreatedAtUtc { get; init; }

    public string? ApprovedBy { get; set; }

    public DateTime? ApprovedAtUtc { get; set; }

    public string? UndoneBy { get; set; }

    public string? UndoReason { get; set; }

    public DateTime? EndedAtUtc { get; set; }

    [NotAudited]
    public Guid? LeasedBy { get; set; }

    [NotAudited]
    public DateTime? LeasedUntilUtc { get; set; }

    public long Version { get; set; }
}
