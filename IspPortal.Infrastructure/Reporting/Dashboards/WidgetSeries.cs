using IspPortal.Core.Common.Results;
using IspPortal.Core.Identity;
using IspPortal.Core.Monitoring.Series;
using IspPortal.Core.Network;
using IspPortal.Core.Reporting.Dashboards;

namespace IspPortal.Infrastructure.Reporting.Dashboards;

/// <summary>Figures, lines and ranks of series for widgets.</summary>
internal sealed class WidgetSeries(ISeriesReader history, ISeriesAnalytics analytics, SeriesNames names, ICurrentActor actor)
{
    private const int TrendPoints = 60;
    private const int ChartPoints = 300;
    private const int LatestPoints = 60;
    private static readonly TimeSpan LatestWithin = TimeSpan.FromMinutes(15);

    public async Task<Result<WidgetContent>> FigureAsync(DashboardWidget widget, WidgetAudience audience, WidgetContent empty, CancellationToken cancellationToken)
    {
        var source = widget.Sources[0];
        var trend = await history.QueryAsync(new SeriesQuery(source.Subject, source.Metric, empty.FromUtc, empty.ToUtc, TrendPoints), cancellationToken);
        if (!trend.Succeeded)
        {
            return trend.Error;
        }

        var length = empty.ToUtc - empty.FromUtc;
        var figure = widget.Summary == WidgetSummary.Latest
            ? await LatestAsync(source, empty.ToUtc, length, trend.Value, cancellationToken)
            : await SummaryAsync(source, widget.Summary, empty.FromUtc, empty.ToUtc, cancellationToken);
        if (!figure.Succeeded)
        {
            return figure.Error;
        }

        var labels = await LabelsAsync([source], widget, audience, cancellationToken);
        return empty with { Figure = figure.Value, Lines = [new WidgetLine(Shown(source, labels[0]), labels[0], trend.Value.Points)] };
    }

    public async Task<Result<WidgetContent>> LinesAsync(DashboardWidget widget, WidgetAudience audience, WidgetContent empty, CancellationToken cancellationToken)
    {
        List<WidgetLine> lines = [];
        var labels = await LabelsAsync(widget.Sources, widget, audience, cancellationToken);
        foreach (var (at, source) in widget.Sources.Index())
        {
            var read = await history.QueryAsync(new SeriesQuery(source.Subject, source.Metric, empty.FromUtc, empty.ToUtc, ChartPoints), cancellationToken);
            if (!read.Succeeded)
            {
                return read.Error;
            }

            lines.Add(new WidgetLine(Shown(source, labels[at]), labels[at], read.Value.Points));
        }

        return empty with { Lines = lines };
    }

    public async Task<Result<WidgetContent>> RanksAsync(DashboardWidget widget, WidgetAudience audience, WidgetContent empty, CancellationToken cancellationToken)
    {
        var top = await analytics.TopAsync(new SeriesGroupQuery(widget.RankOf!.Value, widget.RankBy!.Value, empty.FromUtc, empty.ToUtc, widget.RouterId), widget.Count, cancellationToken);
        if (!top.Succeeded)
        {
            return top.Error;
        }

        var known = await names.OfAsync([.. top.Value.Select(rank => rank.Subject)], cancellationToken);
        return empty with
        {
            Ranks = [.. top.Value.Select(rank => MayName(rank.Subject.Kind, widget, audience)
                ? new WidgetRank(rank.Subject.Kind, rank.Subject.Id, known.GetValueOrDefault(rank.Subject), rank.Sum, rank.Maximum)
                : new WidgetRank(rank.Subject.Kind, Guid.Empty, null, rank.Sum, rank.Maximum))],
        };
    }

    /// <summary>The newest value of the last quarter of an hour; where there is none the newest of the range, which says how old it is.</summary>
    private async Task<Result<WidgetFigure>> LatestAsync(WidgetSource source, DateTime nowUtc, TimeSpan length, SeriesResult trend, CancellationToken cancellationToken)
    {
        var now = await history.QueryAsync(new SeriesQuery(source.Subject, source.Metric, nowUtc - LatestWithin, nowUtc, LatestPoints), cancellationToken);
        if (!now.Succeeded)
        {
            return now.Error;
        }

        var before = await history.QueryAsync(new SeriesQuery(source.Subject, source.Metric, nowUtc - length - LatestWithin, nowUtc - length, LatestPoints), cancellationToken);
        if (!before.Succeeded)
        {
            return before.Error;
        }

        var (current, at) = Newest(now.Value) is { Value: not null } fresh ? fresh : Newest(trend);
        return new WidgetFigure(current, Newest(before.Value).Value, at, null);
    }

    private async Task<Result<WidgetFigure>> SummaryAsync(WidgetSource source, WidgetSummary summary, DateTime fromUtc, DateTime toUtc, CancellationToken cancellationToken)
    {
        var now = await analytics.StatisticsAsync(source.Subject, source.Metric, fromUtc, toUtc, cancellationToken);
        if (!now.Succeeded)
        {
            return now.Error;
        }

        var before = await analytics.StatisticsAsync(source.Subject, source.Metric, fromUtc - (toUtc - fromUtc), fromUtc, cancellationToken);
        if (!before.Succeeded)
        {
            return before.Error;
        }

        // A total of a range that was hardly read is no measure for one that was.
        var compares = summary != WidgetSummary.Sum || before.Value.SeenFor * 2 >= now.Value.SeenFor;
        return new WidgetFigure(Of(now.Value, summary), compares ? Of(before.Value, summary) : null, null, now.Value.SeenFor);
    }

    private static double? Of(SeriesStatistics statistics, WidgetSummary summary) => summary switch
    {
        WidgetSummary.Average => statistics.Average,
        WidgetSummary.Maximum => statistics.Maximum,
        WidgetSummary.Percentile95 => statistics.Percentile95,
        _ => statistics.SeenFor > TimeSpan.Zero ? statistics.Sum : null,
    };

    private static (double? Value, DateTime? AtUtc) Newest(SeriesResult series)
    {
        foreach (var point in series.Points.Reverse())
        {
            if (point.Average is { } value)
            {
                return (value, point.AtUtc);
            }
        }

        return (null, null);
    }

    private async Task<IReadOnlyList<string?>> LabelsAsync(IReadOnlyList<WidgetSource> sources, DashboardWidget widget, WidgetAudience audience, CancellationToken cancellationToken)
    {
        var known = await names.OfAsync([.. sources.Where(source => source.Label is null).Select(source => source.Subject)], cancellationToken);
        return [.. sources.Select(source => MayName(source.Kind, widget, audience) ? source.Label ?? known.GetValueOrDefault(source.Subject) : null)];
    }

    /// <summary>Who may not know the name gets no id to ask further with.</summary>
    private static WidgetSource Shown(WidgetSource source, string? label) =>
        label is null && IsPersonal(source.Kind) ? source with { Id = Guid.Empty, Name = "", Label = null } : source;

    private bool MayName(SeriesSubjectKind kind, DashboardWidget widget, WidgetAudience audience) =>
        !IsPersonal(kind) || (actor.Actor.May(NetworkPermissions.SessionsRead) && (audience == WidgetAudience.Staff || widget.NamesPeople));

    /// <summary>Whether names of that kind are those of customers: usernames, devices, radio clients.</summary>
    private static bool IsPersonal(SeriesSubjectKind kind) => kind is SeriesSubjectKind.Access or SeriesSubjectKind.Cpe or SeriesSubjectKind.WirelessClient or SeriesSubjectKind.Dialer;
}
