using IspPortal.Core.Monitoring.Series;

namespace IspPortal.Web.Features.Monitoring.Api;

/// <summary>One series in figures; all null when nothing was read.</summary>
/// <param name="Subject">As asked.</param>
/// <param name="Metric">Which figure.</param>
/// <param name="Unit">Unit of average, maximum and percentile95.</param>
/// <param name="FromUtc">Start, inclusive.</param>
/// <param name="ToUtc">End, exclusive.</param>
/// <param name="Average">Over what was read.</param>
/// <param name="Maximum">The largest of one stored interval.</param>
/// <param name="Percentile95">Under which 95 % of the five-minute intervals lie.</param>
/// <param name="Sum">A counter's growth, exact; null for others.</param>
/// <param name="SeenSeconds">How much of the time was read.</param>
/// <param name="UnseenSeconds">How much was not.</param>
internal sealed record SeriesStatisticsResource(
    string Subject,
    Metric Metric,
    string Unit,
    DateTime FromUtc,
    DateTime ToUtc,
    double? Average,
    double? Maximum,
    double? Percentile95,
    double? Sum,
    double SeenSeconds,
    double UnseenSeconds);
