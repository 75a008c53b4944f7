namespace IspPortal.Core.Alerts.OnCall;

/// <summary>Somebody is to stand in.</summary>
/// <param name="UserId">Who.</param>
/// <param name="FromUtc">From when.</param>
/// <param name="ToUtc">Until when, at most 60 days later.</param>
/// <param name="Reason">Why, or null.</param>
public sealed record StandInRequest(Guid UserId, DateTime FromUtc, DateTime ToUtc, string? Reason);
