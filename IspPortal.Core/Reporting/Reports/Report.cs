using IspPortal.Core.Audit;

namespace IspPortal.Core.Reporting.Reports;

/// <summary>One report: what was asked, and how far it is.</summary>
[Audited("report")]
internal sealed class Report
{
    public required Guid Id { get; init; }

    public ReportKind Kind { get; init; }

    public DateOnly FromOn { get; init; }

    public DateOnly ToOn { get; init; }

    public required string Language { get; init; }

    /// <summary>Router ids, formats and addresses as JSON.</summary>
    [Personal]
    public required string Order { get; init; }

    /// <summary>The schedule that asked; null: a person.</summary>
    public Guid? ScheduleId { get; init; }

    /// <summary>Schedule and first day. Unique: two nodes that look at once ask once.</summary>
    [NotAudited]
    public string? ScheduleKey { get; init; }

    public ReportState State { get; set; }

    [NotAudited]
    public ReportStep Step { get; set; }

    [NotAudited]
    public int Percent { get; set; }

    /// <summary>How often it was begun.</summary>
    [NotAudited]
    public int Tries { get; set; }

    /// <summary>How often a person asked for it again: each time it is sent again.</summary>
    [NotAudited]
    public int Runs { get; set; }

    public string? ErrorCode { get; set; }

    /// <summary>The outside's own words, or null.</summary>
    public string? ErrorDetail { get; set; }

    public required string RequestedBy { get; init; }

    public Guid? RequestedById { get; init; }

    public DateTime RequestedAtUtc { get; init; }

    [NotAudited]
    public DateTime? StartedAtUtc { get; set; }

    public DateTime? EndedAtUtc { get; set; }

    /// <summary>When its files go.</summary>
    public DateTime? ExpiresAtUtc { get; set; }

    /// <summary>Who makes it now; a run that stood still and woke up again finds another one here.</summary>
    [NotAudited]
    public Guid? LeasedBy { get; set; }

    [NotAudited]
    public DateTime? LeasedUntilUtc { get; set; }

    public List<ReportFile> Files { get; } = [];

    public long Version { get; set; }
}
