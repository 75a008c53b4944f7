namespace IspPortal.Core.Alerts.OnCall;

/// <summary>The form of the rota.</summary>
/// <param name="StartsOn">The day the first person's first turn begins.</param>
/// <param name="HandOverAt">When a turn is handed over, in the business zone.</param>
/// <param name="Weeks">How long a turn is, 1–4.</param>
/// <param name="Members">The people in order, at most 50.</param>
public sealed record SaveOnCallRequest(DateOnly StartsOn, TimeOnly HandOverAt, int Weeks, IReadOnlyList<Guid> Members);
