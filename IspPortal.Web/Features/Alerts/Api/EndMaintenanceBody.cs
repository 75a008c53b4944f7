namespace IspPortal.Web.Features.Alerts.Api;

/// <summary>Ends a maintenance window.</summary>
/// <param name="Version">The version that was read, or null to end whatever is there.</param>
internal sealed record EndMaintenanceBody(long? Version = null);
