using IspPortal.Core.Monitoring.Series;
using IspPortal.Core.Network.Routers;
using IspPortal.Core.Reporting.Dashboards;
using IspPortal.Infrastructure.Persistence;
using IspPortal.Infrastructure.Reporting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;

namespace IspPortal.Infrastructure.Lab.Seeding;

/// <summary>Gives the lab a dashboard that is shared with everybody, once: what it shows is read like that of any other.</summary>
internal sealed class LabDashboardStep(PortalContextSource source, TimeProvider clock) : IHostedService
{
    private const string By = "lab-dashboard";

    /// <summary>The dashboard.</summary>
    public static Guid DashboardId { get; } = new("019ac000-0000-7000-8000-00000000da50");

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var context = source.CreateForSystem(By);
        if (await context.Set<Dashboard>().AnyAsync(cancellationToken))
        {
            return;
        }

        var router = await context.Set<Router>().AsNoTracking().OrderBy(r => r.Name).Select(r => (Guid?)r.Id).FirstOrDefaultAsync(cancellationToken);
        var widgets = Widgets(router).ToList();
        var now = clock.GetUtcNow().UtcDateTime;
        context.Add(new Dashboard
        {
            Id = DashboardId, Name = "Network overview", OwnerName = "IspPortal", Visibility = DashboardVisibility.Shared, Range = DashboardRange.Day, RefreshSeconds = 30, Widgets = ReportingJson.Of(widgets),
            WidgetCount = widgets.Count, CreatedAtUtc = now, UpdatedAtUtc = now,
        });
        await context.SaveChangesAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static IEnumerable<DashboardWidget> Widgets(Guid? router)
    {
        var (down, up) = (new WidgetSource(SeriesSubjectKind.Network, Guid.Empty, "", Metric.DownBytes), new WidgetSource(SeriesSubjectKind.Network, Guid.Empty, "", Metric.UpBytes));
        var sessions = new WidgetSource(SeriesSubjectKind.Network, Guid.Empty, "", Metric.Sessions);
        yield return new DashboardWidget { Id = At(1), Kind = WidgetKind.Number, Box = new(0, 0, 3, 3), Sources = [down] };
        yield return new DashboardWidget { Id = At(2), Kind = WidgetKind.Number, Box = new(3, 0, 3, 3), Sources = [sessions] };
        yield return new DashboardWidget { Id = At(3), Kind = WidgetKind.Chart, Box = new(6, 0, 6, 6), Sources = [down, up] };
        if (router is { } id)
        {
            yield return new DashboardWidget { Id = At(4), Kind = WidgetKind.Gauge, Box = new(0, 3, 3, 3), Sources = [new WidgetSource(SeriesSubjectKind.Router, id, "", Metric.CpuPercent)], Warning = 70, Critical = 90 };
        }

        yield return new DashboardWidget { Id = At(5), Kind = WidgetKind.Number, Box = new(3, 3, 3, 3), Sources = [down], Summary = WidgetSummary.Sum };
        yield return new DashboardWidget { Id = At(6), Kind = WidgetKind.Status, Box = new(0, 6, 4, 6), StatusOf = WidgetStatusOf.Routers };
        yield return new DashboardWidget { Id = At(7), Kind = WidgetKind.Table, Box = new(4, 6, 4, 6), RankOf = SeriesSubjectKind.Access, RankBy = Metric.DownBytes, Count = 10 };
        yield return new DashboardWidget { Id = At(8), Kind = WidgetKind.Alerts, Box = new(8, 6, 4, 6) };
        yield return new DashboardWidget { Id = At(9), Kind = WidgetKind.Map, Box = new(0, 12, 12, 7) };
    }

    private static Guid At(int place) => new($"019ac000-0000-7000-8000-00000000da{0x60 + place:x2}");
}
