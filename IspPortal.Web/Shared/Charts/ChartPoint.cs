namespace IspPortal.Web.Shared.Charts;

/// <summary>One moment of a chart.</summary>
/// <param name="AtUtc">When.</param>
/// <param name="Values">One value for each series, in their order; null is a gap.</param>
public sealed record ChartPoint(DateTime AtUtc, params IReadOnlyList<double?> Values);
