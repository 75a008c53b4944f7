using IspPortal.Core.Audit;

namespace IspPortal.Core.Alerts.Maintenance;

/// <summary>A time that somebody works on something.</summary>
[Audited("maintenance_window")]
internal sealed class MaintenanceWindow
{
    public required Guid Id { get; init; }

    public MaintenanceTarget Target { get; init; }

    public MaintenanceMode Mode { get; init; }

    public Guid? RouterId { get; init; }

    /// <summary>The site's or the router's name; empty for everything.</summary>
    public required string TargetName { get; init; }

    public DateTime FromUtc { get; init; }

    public DateTime ToUtc { get; set; }

    public required string Reason { get; init; }

    public required string MadeBy { get; init; }

    /// <summary>Who ended it before its time, or null.</summary>
    public string? EndedBy { get; set; }

    public long Version { get; set; }
}
