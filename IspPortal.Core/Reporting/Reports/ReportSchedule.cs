using IspPortal.Core.Audit;

namespace IspPortal.Core.Reporting.Reports;

/// <summary>Asks for a report again and again.</summary>
[Audited("report-schedule")]
internal sealed class ReportSchedule
{
    public required Guid Id { get; init; }

    public required string Name { get; set; }

    public ReportKind Kind { get; set; }

    public ReportCadence Cadence { get; set; }

    public int Hour { get; set; }

    public required string Language { get; set; }

    /// <summary>Router ids, formats and addresses as JSON.</summary>
    [Personal]
    public required string Order { get; set; }

    public bool IsEnabled { get; set; }

    public required string OwnerName { get; set; }

    public DateTime CreatedAtUtc { get; init; }

    /// <summary>What was due before is not made up for: when it was made, woken or given another time.</summary>
    [NotAudited]
    public DateTime CountsFromUtc { get; set; }

    public long Version { get; set; }
}
