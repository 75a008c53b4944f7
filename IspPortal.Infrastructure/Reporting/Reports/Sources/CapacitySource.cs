using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Mapping.Capacity;
using IspPortal.Core.Monitoring.Analytics;
using IspPortal.Core.Monitoring.Series;
using IspPortal.Core.Reporting.Reports;
using IspPortal.Core.Reporting.Reports.Content;

namespace IspPortal.Infrastructure.Reporting.Reports.Sources;

/// <summary>What will be full.</summary>
internal sealed class CapacitySource(ReportSeriesReader series, ICapacityForecasts forecasts, IPlantCapacity plant) : IReportSource
{
    private const double Full = 100;
    private const int AreasShown = 50;

    public ReportKind Kind => ReportKind.Capacity;

    public async Task<Result<IReadOnlyList<ReportSection>>> ReadAsync(ReportBrief brief, Func<double, Task> told, CancellationToken cancellationToken)
    {
        var routers = await RoutersAsync(brief, share => told(0.4 * share), cancellationToken);
        if (!routers.Succeeded)
        {
            return routers.Error;
        }

        var interfaces = await InterfacesAsync(brief, cancellationToken);
        if (!interfaces.Succeeded)
        {
            return interfaces.Error;
        }

        await told(0.9);
        if (!brief.IsAll)
        {
            return Result.Of<IReadOnlyList<ReportSection>>([routers.Value, interfaces.Value]);
        }

        var areas = await AreasAsync(cancellationToken);
        return areas.Succeeded ? Result.Of<IReadOnlyList<ReportSection>>([routers.Value, interfaces.Value, areas.Value]) : areas.Error;
    }

    private async Task<Result<ReportSection>> RoutersAsync(ReportBrief brief, Func<double, Task> told, CancellationToken cancellationToken)
    {
        var sessions = await series.RoutersAsync(Metric.Sessions, brief, cancellationToken);
        var licence = await series.RoutersAsync(Metric.LicenceUsedPercent, brief, cancellationToken);
        var cpu = await series.RoutersAsync(Metric.CpuPercent, brief, cancellationToken);
        if ((sessions.Error ?? licence.Error ?? cpu.Error) is { } failed)
        {
            return failed;
        }

        List<IReadOnlyList<object?>> rows = [];
        foreach (var (id, name) in brief.Routers.OrderBy(router => router.Value, StringComparer.OrdinalIgnoreCase))
        {
            var pools = await series.DailyPeaksAsync(SeriesSubject.Router(id), Metric.PoolUsedPercent, brief, cancellationToken);
            if (!pools.Succeeded)
            {
                return pools.Error;
            }

            var used = pools.Value.Count == 0 ? (double?)null : pools.Value.Max(day => day.Value);
            rows.Add(
            [
                name, sessions.Value.TryGetValue(id, out var live) ? (long)Math.Round(live.Maximum) : null, used, LimitForecast.DayOf(pools.Value, Full),
                licence.Value.GetValueOrDefault(id)?.Maximum, cpu.Value.GetValueOrDefault(id)?.Maximum,
            ]);
            await told((double)rows.Count / brief.Routers.Count);
        }

        return new ReportSection("Routers")
        {
            Tables =
            [
                new ReportTable(
                    "RouterCapacity",
                    [
                        new("Router", ReportUnit.Text), new("SessionsMost", ReportUnit.Count), new("PoolMost", ReportUnit.Percent), new("PoolFullOn", ReportUnit.Day), new("LicenceMost", ReportUnit.Percent),
                        new("CpuMost", ReportUnit.Percent),
                    ],
                    rows),
            ],
            Notes = [new("TrendOfDays", (long)LimitForecast.FewestDays, ReportUnit.Count)],
        };
    }

    private async Task<Result<ReportSection>> InterfacesAsync(ReportBrief brief, CancellationToken cancellationToken)
    {
        List<InterfaceCapacityRow> all = [];
        Guid?[] routers = brief.IsAll ? [null] : [.. brief.Routers.Keys.Select(id => (Guid?)id)];
        foreach (var routerId in routers)
        {
            for (var page = new PageRequest(1, PageRequest.MaxPageSize); ; page = page with { Page = page.Page + 1 })
            {
                var read = await forecasts.ListAsync(routerId, page, cancellationToken);
                if (!read.Succeeded)
                {
                    return read.Error;
                }

                all.AddRange(read.Value.Items);
                if (read.Value.Items.Count == 0 || (long)page.Page * read.Value.PageSize >= read.Value.TotalCount)
                {
                    break;
                }
            }
        }

        var fullest = all.OrderByDescending(i => i.UsedPercent ?? -1).ThenByDescending(i => i.BusyHourBitsPerSecond ?? -1).Take(brief.Settings.TopCount).ToList();
        return new ReportSection("Interfaces")
        {
            Figures =
            [
                new("Interfaces", (long)all.Count, ReportUnit.Count),
                new("InterfacesGrowing", (long)all.Count(i => i.Forecast.Outlook == CapacityOutlook.Growing), ReportUnit.Count),
                new("InterfacesFull", (long)all.Count(i => i.Forecast.Outlook == CapacityOutlook.Full), ReportUnit.Count),
            ],
            Tables =
            [
                new ReportTable(
                    "InterfaceCapacity",
                    [
                        new("Interface", ReportUnit.Text), new("Speed", ReportUnit.BitsPerSecond), new("BusyHour", ReportUnit.BitsPerSecond), new("Used", ReportUnit.Percent), new("GrowthPerWeek", ReportUnit.BitsPerSecond),
                        new("Outlook", ReportUnit.Text), new("FullOn", ReportUnit.Day),
                    ],
                    [
                        .. fullest.Select(i => (IReadOnlyList<object?>)
                        [
                            $"{i.RouterName} {i.Interface}", (double?)i.SpeedBitsPerSecond, i.BusyHourBitsPerSecond, i.UsedPercent, i.Forecast.GrowthPerWeekBitsPerSecond, new ReportWord("Outlook." + i.Forecast.Outlook),
                            i.Forecast.FullOn,
                        ]),
                    ]),
            ],
            Notes = [new("InterfacesOfNow")],
        };
    }

    private async Task<Result<ReportSection>> AreasAsync(CancellationToken cancellationToken)
    {
        var areas = await plant.ListAreasAsync(new PageRequest(1, AreasShown), cancellationToken);
        return areas.Succeeded
            ? new ReportSection("Ports")
            {
                Tables =
                [
                    new ReportTable(
                        "AreaCapacity",
                        [new("Area", ReportUnit.Text), new("Odps", ReportUnit.Count), new("FullOdps", ReportUnit.Count), new("Ports", ReportUnit.Count), new("FreePorts", ReportUnit.Count)],
                        [
                            .. areas.Value.Items.Select(a => (IReadOnlyList<object?>)
                                [a.Area is { } name ? name : new ReportWord("NoArea"), (long)a.Odps, (long)a.FullOdps, (long)a.Stock.Ports, (long)a.Stock.Free]),
                        ]),
                ],
                Notes = areas.Value.Items.Count == 0 ? [new("NoPlant")] : [new("PortsOfNow")],
            }
            : areas.Error;
    }
}
