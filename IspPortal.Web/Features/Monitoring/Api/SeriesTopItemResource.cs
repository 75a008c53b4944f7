using IspPortal.Core.Monitoring.Series;

namespace IspPortal.Web.Features.Monitoring.Api;

/// <summary>One place in the list.</summary>
/// <param name="Subject">What of, as every question about a series names it.</param>
/// <param name="Sum">A counter's growth in bytes, packets or times; a gauge's mean.</param>
/// <param name="Maximum">The largest rate per second, or value, of one stored interval.</param>
/// <param name="SeenSeconds">How much of the time was read.</param>
internal sealed record SeriesTopItemResource(string Subject, double Sum, double Maximum, double SeenSeconds)
{
    public static SeriesTopItemResource Of(SeriesRank rank) => new(SeriesSubjectText.Write(rank.Subject), rank.Sum, rank.Maximum, rank.SeenFor.TotalSeconds);
}
