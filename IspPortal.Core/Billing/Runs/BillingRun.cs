using IspPortal.Core.Audit;

namespace IspPortal.Core.Billing.Runs;

/// <summary>Bills all accounts up to a day. What is billed is kept by claims, so that a run which is killed, started twice or made again bills only what is missing.</summary>
[Audited("billing-run")]
internal sealed class BillingRun
{
    /// <summary>The prefix of its number series.</summary>
    public const string NumberPrefix = "RUN";

    /// <summary>Who made those that nobody asked for.</summary>
    public const string BySchedule = "system";

    public required Guid Id { get; init; }

    public required string Number { get; init; }

    /// <summary>The day of its bills: all that is to be issued up to and with it.</summary>
    public required DateOnly ThroughOn { get; init; }

    public BillingRunState State { get; set; }

    /// <summary>Nothing is written or sent: the preview is all there is.</summary>
    public bool IsObserved { get; init; }

    /// <summary>The account up to which the preview is computed.</summary>
    [NotAudited]
    public Guid? PreparedTo { get; set; }

    /// <summary>Accounts that get a bill.</summary>
    [NotAudited]
    public int Accounts { get; set; }

    [NotAudited]
    public int Lines { get; set; }

    /// <summary>Without tax.</summary>
    [NotAudited]
    public long BaseMinor { get; set; }

    /// <summary>Without tax, of all bills of the month before.</summary>
    [NotAudited]
    public long BeforeMinor { get; set; }

    [NotAudited]
    public int Billed { get; set; }

    [NotAudited]
    public int Failed { get; set; }

    /// <summary>Nothing left, or changed since.</summary>
    [NotAudited]
    public int LeftOut { get; set; }

    /// <summary>Why it is larger or smaller than it may be without a reason; null: it is not, or somebody gave one.</summary>
    public string? LimitReason { get; set; }

    public bool IsBeyondLimit { get; set; }

    public required string CreatedBy { get; init; }

    public required DateTime CreatedAtUtc { get; init; }

    public string? ApprovedBy { get; set; }

    public DateTime? ApprovedAtUtc { get; set; }

    public DateTime? EndedAtUtc { get; set; }

    [NotAudited]
    public Guid? LeasedBy { get; set; }

    [NotAudited]
    public DateTime? LeasedUntilUtc { get; set; }

    public long Version { get; set; }
}
