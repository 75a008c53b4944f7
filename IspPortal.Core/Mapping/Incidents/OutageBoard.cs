namespace IspPortal.Core.Mapping.Incidents;

/// <summary>Every outage that is open, for walls and maps.</summary>
/// <param name="AsOfUtc">When it was looked.</param>
/// <param name="Open">The biggest first.</param>
public sealed record OutageBoard(DateTime AsOfUtc, IReadOnlyList<OutageRow> Open);
