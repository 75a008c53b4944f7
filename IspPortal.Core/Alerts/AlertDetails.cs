using IspPortal.Core.Alerts.Escalation;

namespace IspPortal.Core.Alerts;

/// <summary>One incident in full.</summary>
/// <param name="Row">The incident.</param>
/// <param name="SuppressedByName">What hides it, or null.</param>
/// <param name="Moments">What happened, in order, at most 200.</param>
/// <param name="Told">Who was told, in order, at most 200.</param>
/// <param name="NextStepAtUtc">When the next ones are told if nobody takes it; null: nobody more.</param>
/// <param name="Hides">How many others it hides.</param>
public sealed record AlertDetails(AlertRow Row, string? SuppressedByName, IReadOnlyList<AlertMomentRow> Moments, IReadOnlyList<AlertToldRow> Told, DateTime? NextStepAtUtc, int Hides);
