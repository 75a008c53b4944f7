using IspPortal.Core.Alerts.Maintenance;

namespace IspPortal.Web.Features.Alerts.Api;

/// <summary>A maintenance window.</summary>
/// <param name="Target">everything, site or router; required.</param>
/// <param name="RouterId">Of a router: which.</param>
/// <param name="Site">Of a site: its name.</param>
/// <param name="Mode">muted or notOpened; muted when left out.</param>
/// <param name="FromUtc">From when; required.</param>
/// <param name="ToUtc">Until when; required.</param>
/// <param name="Reason">What is done; required.</param>
internal sealed record MaintenanceBody(MaintenanceTarget? Target = null, Guid? RouterId = null, string? Site = null, MaintenanceMode? Mode = null, DateTime? FromUtc = null, DateTime? ToUtc = null, string? Reason = null);
