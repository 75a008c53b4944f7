namespace IspPortal.Core.Monitoring.Series;

/// <summary>What one metric is.</summary>
/// <param name="Metric">The metric.</param>
/// <param name="Kind">How its samples add up.</param>
/// <param name="Unit">What it is measured in.</param>
/// <param name="Subjects">The kinds of subject that have it.</param>
public sealed record MetricDefinition(Metric Metric, MetricKind Kind, MetricUnit Unit, IReadOnlyList<SeriesSubjectKind> Subjects);
