using IspPortal.Core.Common;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Identity;
using IspPortal.Core.Reporting;
using IspPortal.Core.Reporting.Dashboards;

namespace IspPortal.Infrastructure.Reporting.Dashboards;

internal sealed class WidgetReader(WidgetSeries series, WidgetSituation situation, ICurrentActor actor, TimeProvider clock) : IWidgetReader
{
    public async Task<Result<WidgetContent>> ReadAsync(DashboardWidget widget, DashboardRange range, WidgetAudience audience, CancellationToken cancellationToken)
    {
        if (actor.Deny(ReportingPermissions.DashboardsRead) is { } denied)
        {
            return denied;
        }

        if (PlainText.Judge(widget) is { Count: > 0 } refused)
        {
            return CommonErrors.Invalid(refused);
        }

        if (DashboardRules.Judge(widget) is { Count: > 0 } wrong)
        {
            return CommonErrors.Invalid(wrong);
        }

        var now = clock.UtcNow();
        var empty = new WidgetContent(now - DashboardRanges.LengthOf(widget.Range ?? range), now);
        return widget.Kind switch
        {
            WidgetKind.Number or WidgetKind.Gauge => await series.FigureAsync(widget, audience, empty, cancellationToken),
            WidgetKind.Chart => await series.LinesAsync(widget, audience, empty, cancellationToken),
            WidgetKind.Table => await series.RanksAsync(widget, audience, empty, cancellationToken),
            WidgetKind.Map => await situation.MapAsync(empty, cancellationToken),
            WidgetKind.Status => await situation.StatesAsync(widget, empty, cancellationToken),
            _ => await situation.AlertsAsync(widget, audience, empty, cancellationToken),
        };
    }
}
