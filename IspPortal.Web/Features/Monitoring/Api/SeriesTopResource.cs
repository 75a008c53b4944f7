using IspPortal.Core.Monitoring.Series;

namespace IspPortal.Web.Features.Monitoring.Api;

/// <summary>The largest of a group.</summary>
/// <param name="Kind">Of which kind of subject.</param>
/// <param name="Metric">Which figure.</param>
/// <param name="FromUtc">Start, inclusive.</param>
/// <param name="ToUtc">End, exclusive.</param>
/// <param name="Items">Largest first.</param>
internal sealed record SeriesTopResource(SeriesSubjectKind Kind, Metric Metric, DateTime FromUtc, DateTime ToUtc, IReadOnlyList<SeriesTopItemResource> Items);
