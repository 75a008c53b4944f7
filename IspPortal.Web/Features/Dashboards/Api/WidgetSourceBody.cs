using IspPortal.Core.Monitoring.Series;

namespace IspPortal.Web.Features.Dashboards.Api;

/// <summary>One series of a widget.</summary>
/// <param name="Kind">The kind of its subject.</param>
/// <param name="Id">The subject; the router's where the subject is a part of one; null for the network.</param>
/// <param name="Name">The interface's, pool's or target's name, or null.</param>
/// <param name="Metric">Which figure.</param>
/// <param name="Label">What the legend says, or null.</param>
internal sealed record WidgetSourceBody(SeriesSubjectKind Kind = SeriesSubjectKind.Network, Guid? Id = null, string? Name = null, Metric Metric = Metric.DownBytes, string? Label = null);
