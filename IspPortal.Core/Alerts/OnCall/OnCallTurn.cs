namespace IspPortal.Core.Alerts.OnCall;

/// <summary>A time that one person is on call.</summary>
/// <param name="UserId">Who.</param>
/// <param name="FromUtc">From when.</param>
/// <param name="ToUtc">Until when.</param>
/// <param name="OverrideId">Of one who stands in, what says so; null: by the rota.</param>
public sealed record OnCallTurn(Guid UserId, DateTime FromUtc, DateTime ToUtc, Guid? OverrideId = null);
