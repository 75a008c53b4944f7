namespace IspPortal.Core.Alerts.Maintenance;

/// <summary>One maintenance window.</summary>
/// <param name="Id">The window.</param>
/// <param name="Target">What is worked on.</param>
/// <param name="TargetName">Its name; empty for everything.</param>
/// <param name="RouterId">The router, or null.</param>
/// <param name="Mode">What becomes of incidents meanwhile.</param>
/// <param name="FromUtc">From when.</param>
/// <param name="ToUtc">Until when.</param>
/// <param name="Reason">What is done.</param>
/// <param name="MadeBy">Who said so.</param>
/// <param name="EndedBy">Who ended it before its time, or null.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Version">For optimistic concurrency.</param>
public sealed record MaintenanceRow(
    Guid Id,
    MaintenanceTarget Target,
    string TargetName,
    Guid? RouterId,
    MaintenanceMode Mode,
    DateTime FromUtc,
    DateTime ToUtc,
    string Reason,
    string MadeBy,
    string? EndedBy,
    MaintenanceState State,
    long Version);
