using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Mapping.Causes;
using IspPortal.Core.Mapping.Incidents;
using IspPortal.Core.Monitoring.Analytics;
using IspPortal.Core.Monitoring.Series;
using IspPortal.Core.Reporting.Reports;
using IspPortal.Core.Reporting.Reports.Content;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Reporting.Reports.Sources;

/// <summary>Whether routers and lines were there.</summary>
internal sealed class AvailabilitySource(IAvailabilityReports availability, ReportSeriesReader series, IDbContextFactory<PortalDbContext> contexts) : IReportSource
{
    private const int MostOutages = 500;
    private const int OutagesShown = 50;

    public ReportKind Kind => ReportKind.Availability;

    public async Task<Result<IReadOnlyList<ReportSection>>> ReadAsync(ReportBrief brief, Func<double, Task> told, CancellationToken cancellationToken)
    {
        var routers = await RoutersAsync(brief, cancellationToken);
        if (!routers.Succeeded)
        {
            return routers.Error;
        }

        await told(0.3);
        var outages = await OutagesAsync(brief, cancellationToken);
        await told(0.4);
        var lines = await LinesAsync(brief, told, cancellationToken);
        return lines.Succeeded ? Result.Of<IReadOnlyList<ReportSection>>([routers.Value, outages, lines.Value]) : lines.Error;
    }

    private async Task<Result<ReportSection>> RoutersAsync(ReportBrief brief, CancellationToken cancellationToken)
    {
        var read = await availability.ListRoutersAsync(brief.FromUtc, brief.ToUtc, cancellationToken);
        if (!read.Succeeded)
        {
            return read.Error;
        }

        var own = read.Value.Where(row => brief.Routers.ContainsKey(row.RouterId)).ToList();
        List<ReportChart> charts = [];
        if (brief.IsAll)
        {
            var mean = await series.MeanAsync(Metric.AnsweredPercent, brief, cancellationToken);
            if (!mean.Succeeded)
            {
                return mean.Error;
            }

            charts.Add(new("Answered", ReportUnit.Percent, IsBars: false, brief.LocalFrom, brief.LocalTo, [new ReportSeries("Answered", mean.Value)]));
        }

        var judged = own.Where(row => row.Availability.Percent is not null).ToList();
        return new ReportSection("Routers")
        {
            Figures =
            [
                new("MeanAvailability", judged.Count == 0 ? null : judged.Average(row => row.Availability.Percent!.Value), ReportUnit.Percent),
                new("RoutersMet", (long)judged.Count(row => row.MeetsTarget == true), ReportUnit.Count),
                new("RoutersMissed", (long)judged.Count(row => row.MeetsTarget == false), ReportUnit.Count),
                new("RoutersUnread", (long)(own.Count - judged.Count), ReportUnit.Count),
            ],
            Charts = charts,
            Tables =
            [
                new ReportTable(
                    "RouterAvailability",
                    [
                        new("Router", ReportUnit.Text), new("Availability", ReportUnit.Percent), new("Target", ReportUnit.Text), new("DownTime", ReportUnit.Duration), new("Unread", ReportUnit.Duration),
                        new("Excused", ReportUnit.Duration),
                    ],
                    [
                        .. own.Select(row => (IReadOnlyList<object?>)
                            [row.RouterName, row.Availability.Percent, Target(row.MeetsTarget), row.Availability.Down, row.Availability.Unread, row.Availability.Excused]),
                    ]),
            ],
            Notes = [new("UnreadIsNotDown")],
        };
    }

    private async Task<ReportSection> OutagesAsync(ReportBrief brief, CancellationToken cancellationToken)
    {
        var (from, to) = (brief.FromUtc, brief.ToUtc);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var all = context.Set<Outage>().AsNoTracking().Where(o => (o.State == OutageState.Confirmed || o.State == OutageState.Ended) && o.StartedAtUtc < to && (o.EndsAtUtc == null || o.EndsAtUtc > from));
        if (!brief.IsAll)
        {
            var routers = brief.Routers.Keys.ToList();
            all = all.Where(o => o.ElementKind == PlantElementKind.Router && routers.Contains(o.ElementId));
        }

        var found = await all.OrderByDescending(o => o.LinesMost).ThenByDescending(o => o.StartedAtUtc).ThenBy(o => o.Id).Take(MostOutages)
            .Select(o => new { o.Kind, o.State, o.ElementName, o.StartedAtUtc, o.EndsAtUtc, o.LinesMost }).ToListAsync(cancellationToken);
        TimeSpan LastedWithin(DateTime began, DateTime? ended) => (ended is { } end && end < to ? end : to) - (began > from ? began : from);
        var lost = found.Where(o => o.Kind != OutageKind.Planned).ToList();
        return new ReportSection("Outages")
        {
            Figures =
            [
                new("Outages", (long)lost.Count, ReportUnit.Count),
                new("PlannedWorks", (long)(found.Count - lost.Count), ReportUnit.Count),
                new("LinesMost", lost.Count == 0 ? null : lost.Max(o => (long)o.LinesMost), ReportUnit.Count),
                new("LongestOutage", lost.Count == 0 ? null : lost.Max(o => LastedWithin(o.StartedAtUtc, o.EndsAtUtc)), ReportUnit.Duration),
            ],
            Tables =
            [
                new ReportTable(
                    "Outages",
                    [new("Element", ReportUnit.Text), new("OutageKind", ReportUnit.Text), new("Started", ReportUnit.Moment), new("Lasted", ReportUnit.Duration), new("LinesMost", ReportUnit.Count)],
                    [.. found.Take(OutagesShown).Select(o => (IReadOnlyList<object?>)[o.ElementName, new ReportWord("Outage." + o.Kind), o.StartedAtUtc, LastedWithin(o.StartedAtUtc, o.EndsAtUtc), (long)o.LinesMost])]),
            ],
            Notes = found.Count == 0 ? [new("NoOutages")] : brief.IsAll ? [] : [new("OutagesOfRouters")],
        };
    }

    private async Task<Result<ReportSection>> LinesAsync(ReportBrief brief, Func<double, Task> told, CancellationToken cancellationToken)
    {
        List<LineAvailabilityRow> worst = [];
        var (judged, missed) = (0L, 0L);
        Guid?[] routers = brief.IsAll ? [null] : [.. brief.Routers.Keys.Select(id => (Guid?)id)];
        foreach (var (at, routerId) in routers.Index())
        {
            for (var page = new PageRequest(1, PageRequest.MaxSliceSize) { IsSlice = true }; ; page = page with { Page = page.Page + 1 })
            {
                var read = await availability.ListLinesAsync(routerId, brief.FromUtc, brief.ToUtc, page, cancellationToken);
                if (!read.Succeeded)
                {
                    return read.Error;
                }

                var counted = read.Value.Items.Where(line => line.Availability.Percent is not null).ToList();
                (judged, missed) = (judged + counted.Count, missed + counted.Count(line => line.MeetsTarget == false));
                worst = [.. worst.Concat(counted.Where(line => line.MeetsTarget == false)).OrderBy(line => line.Availability.Percent).ThenBy(line => line.Username, StringComparer.Ordinal).Take(brief.Settings.TopCount)];
                var share = read.Value.TotalCount == 0 ? 1 : Math.Min(1, (double)page.Page * read.Value.PageSize / read.Value.TotalCount);
                await told(0.4 + (0.6 * (at + share) / routers.Length));
                if (read.Value.Items.Count == 0 || (long)page.Page * read.Value.PageSize >= read.Value.TotalCount)
                {
                    break;
                }
            }
        }

        return new ReportSection("Lines")
        {
            Figures = [new("LinesJudged", judged, ReportUnit.Count), new("LinesMet", judged - missed, ReportUnit.Count), new("LinesMissed", missed, ReportUnit.Count)],
            Tables =
            [
                new ReportTable(
                    "WorstLines",
                    [new("Line", ReportUnit.Text), new("Router", ReportUnit.Text), new("Availability", ReportUnit.Percent), new("DownTime", ReportUnit.Duration), new("Losses", ReportUnit.Count)],
                    [.. worst.Select(line => (IReadOnlyList<object?>)[line.Username, line.RouterName, line.Availability.Percent, line.Availability.Down, (long)line.Losses])]),
            ],
            Notes = worst.Count == 0 ? [new("NoWorstLines")] : [],
        };
    }

    private static ReportWord Target(bool? meets) => new(meets switch { true => "Met", false => "Missed", null => "NotJudged" });
}
