namespace IspPortal.Core.Alerts;

/// <summary>What is open now and not hidden.</summary>
/// <param name="Open">How many nobody has taken.</param>
/// <param name="Acknowledged">How many somebody has taken.</param>
/// <param name="WorstSeverity">The worst among both, or null when there is none.</param>
/// <param name="Newest">The newest of both, newest first, up to 20.</param>
/// <param name="Suppressed">How many are hidden behind others or behind outages.</param>
public sealed record AlertSummary(int Open, int Acknowledged, AlertSeverity? WorstSeverity, IReadOnlyList<AlertRow> Newest, int Suppressed = 0);
