namespace IspPortal.Web.Features.Alerts.Api;

/// <summary>Somebody stands in.</summary>
/// <param name="UserId">Who; required.</param>
/// <param name="FromUtc">From when; required.</param>
/// <param name="ToUtc">Until when; required.</param>
/// <param name="Reason">Why.</param>
internal sealed record StandInBody(Guid? UserId = null, DateTime? FromUtc = null, DateTime? ToUtc = null, string? Reason = null);
