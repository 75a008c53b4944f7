namespace IspPortal.Core.Monitoring.Series;

/// <summary>Many series of one metric over a time.</summary>
/// <param name="Kind">Of which kind of subject.</param>
/// <param name="Metric">Which figure.</param>
/// <param name="FromUtc">Start, inclusive.</param>
/// <param name="ToUtc">End, exclusive.</param>
/// <param name="SourceId">Only what this router told, or null: all.</param>
public sealed record SeriesGroupQuery(SeriesSubjectKind Kind, Metric Metric, DateTime FromUtc, DateTime ToUtc, Guid? SourceId = null);
