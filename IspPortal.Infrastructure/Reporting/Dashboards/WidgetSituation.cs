using IspPortal.Core.Alerts;
using IspPortal.Core.Common.Jobs;
using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Mapping.Incidents;
using IspPortal.Core.Monitoring;
using IspPortal.Core.Monitoring.Series;
using IspPortal.Core.Network.Routers;
using IspPortal.Core.Reporting.Dashboards;

namespace IspPortal.Infrastructure.Reporting.Dashboards;

/// <summary>How things stand now, for widgets: maps, states, alerts.</summary>
internal sealed class WidgetSituation(IRouterDirectory routers, IRouterMonitor monitor, IOutageDirectory outages, IAlertDirectory alerts, IJobDirectory jobs, SeriesNames names)
{
    private static readonly PageRequest All = new(1, PageRequest.MaxSliceSize) { IsSlice = true };

    public async Task<Result<WidgetContent>> MapAsync(WidgetContent empty, CancellationToken cancellationToken)
    {
        var placed = await routers.ListPlacedAsync(cancellationToken);
        if (!placed.Succeeded)
        {
            return placed.Error;
        }

        var open = await outages.ListAsync(true, null, new PageRequest(1, PageRequest.MaxPageSize), cancellationToken);
        return open.Succeeded
            ? empty with
            {
                Places = [.. placed.Value.Where(r => r is { Latitude: not null, Longitude: not null }).Select(r => new WidgetPlace(
                    r.Id, r.Name, r.Latitude!.Value, r.Longitude!.Value, r.State, r.State == RouterState.Online ? r.Sessions : null, r.State == RouterState.Online ? r.DownBitsPerSecond : null))],
                Outages = [.. open.Value.Items.OrderByDescending(o => o.LinesNow).Select(o => new WidgetOutage(o.Id, o.Kind, o.ElementName, o.LinesNow, o.StartedAtUtc, o.Box))],
            }
            : open.Error;
    }

    public async Task<Result<WidgetContent>> StatesAsync(DashboardWidget widget, WidgetContent empty, CancellationToken cancellationToken) => widget.StatusOf switch
    {
        WidgetStatusOf.Routers => Of(empty, await routers.ListAsync(new RouterFilter(), All with { Sort = "name" }, cancellationToken)),
        WidgetStatusOf.Interfaces => Of(empty, monitor.Interfaces(widget.RouterId!.Value)),
        _ => Of(empty, await jobs.ListAsync(cancellationToken)),
    };

    public async Task<Result<WidgetContent>> AlertsAsync(DashboardWidget widget, WidgetAudience audience, WidgetContent empty, CancellationToken cancellationToken)
    {
        var open = await alerts.ListAsync(new AlertFilter(ActiveOnly: true), new PageRequest(1, widget.Count), cancellationToken);
        if (!open.Succeeded)
        {
            return open.Error;
        }

        var rows = open.Value.Items;
        if (audience == WidgetAudience.Public)
        {
            // What is no router may be somebody; notes and hands that took it are the staff's own.
            var known = await names.OfAsync([.. rows.Select(row => SeriesSubject.Router(row.SubjectId))], cancellationToken);
            rows = [.. rows.Select(row => row with
            {
                SubjectName = widget.NamesPeople || known.ContainsKey(SeriesSubject.Router(row.SubjectId)) ? row.SubjectName : "", Note = null, AcknowledgedBy = null, ResolvedBy = null, ErrorCode = null,
            })];
        }

        return empty with { Alerts = rows, AlertCount = open.Value.TotalCount };
    }

    private static Result<WidgetContent> Of(WidgetContent empty, Result<Page<RouterRow>> read) => read.Succeeded
        ? empty with
        {
            States = [.. read.Value.Items.Select(r => new WidgetState(r.Id, r.Name, StandingOf(r.State), r.State == RouterState.Online ? r.Sessions : null, r.State == RouterState.Online ? r.DownBitsPerSecond : null, r.LastGoodPollAtUtc))],
        }
        : read.Error;

    private static Result<WidgetContent> Of(WidgetContent empty, Result<RouterInterfaces?> read) => read.Succeeded
        ? empty with
        {
            States = [.. (read.Value?.Items ?? []).Select(i => new WidgetState(
                read.Value!.RouterId, i.Name, i.Disabled ? WidgetStanding.Off : i.Running switch { true => WidgetStanding.Good, false => WidgetStanding.Bad, null => WidgetStanding.Unknown },
                null, i.RxBitsPerSecond is null && i.TxBitsPerSecond is null ? null : (i.RxBitsPerSecond ?? 0) + (i.TxBitsPerSecond ?? 0), read.Value.AsOfUtc))],
        }
        : read.Error;

    private static Result<WidgetContent> Of(WidgetContent empty, Result<IReadOnlyList<JobRow>> read) => read.Succeeded
        ? empty with { States = [.. read.Value.Select(j => new WidgetState(Guid.Empty, j.Key, StandingOf(j.LastOutcome), null, null, j.LastStartedAtUtc))] }
        : read.Error;

    private static WidgetStanding StandingOf(RouterState state) => state switch
    {
        RouterState.Online => WidgetStanding.Good,
        RouterState.Warning => WidgetStanding.Warning,
        RouterState.Offline => WidgetStanding.Bad,
        RouterState.Disabled => WidgetStanding.Off,
        _ => WidgetStanding.Unknown,
    };

    private static WidgetStanding StandingOf(JobOutcome? outcome) => outcome switch
    {
        null => WidgetStanding.Unknown,
        JobOutcome.Failed => WidgetStanding.Bad,
        _ => WidgetStanding.Good,
    };
}
