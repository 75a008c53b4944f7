namespace IspPortal.Core.Alerts.Maintenance;

/// <summary>The form of a maintenance window.</summary>
/// <param name="Target">What is worked on.</param>
/// <param name="RouterId">Of a router: which.</param>
/// <param name="Site">Of a site: its name as routers have it.</param>
/// <param name="Mode">What becomes of incidents meanwhile.</param>
/// <param name="FromUtc">From when; at most five minutes ago.</param>
/// <param name="ToUtc">Until when, at most 14 days later.</param>
/// <param name="Reason">What is done, up to 300 letters.</param>
public sealed record PlanMaintenanceRequest(MaintenanceTarget Target, Guid? RouterId, string? Site, MaintenanceMode Mode, DateTime FromUtc, DateTime ToUtc, string Reason);
