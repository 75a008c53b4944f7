using IspPortal.Core.Reporting.Dashboards;

namespace IspPortal.Web.Features.Dashboards.Api;

/// <summary>A whole dashboard as it shall be.</summary>
/// <param name="Version">The version that was read; required when it is there already.</param>
/// <param name="Name">Its name, up to 80 characters; required.</param>
/// <param name="Visibility">Who sees it.</param>
/// <param name="Roles">Of a shared one: only these roles; none: everybody who may see dashboards.</param>
/// <param name="Range">How far it looks back.</param>
/// <param name="RefreshSeconds">Read anew after so many seconds, 5–3,600.</param>
/// <param name="Widgets">Its widgets.</param>
internal sealed record SaveDashboardBody(
    long? Version = null,
    string? Name = null,
    DashboardVisibility Visibility = DashboardVisibility.Private,
    IReadOnlyList<string>? Roles = null,
    DashboardRange Range = DashboardRange.Day,
    int? RefreshSeconds = null,
    IReadOnlyList<WidgetBody>? Widgets = null)
{
    public SaveDashboardRequest ToRequest(TimeProvider clock) => new()
    {
        Name = Name ?? "",
        Visibility = Visibility,
        Roles = [.. (Roles ?? []).OfType<string>()],
        Range = Range,
        RefreshSeconds = RefreshSeconds ?? 30,
        Widgets = [.. (Widgets ?? []).OfType<WidgetBody>().Select(widget => widget.ToWidget(clock))],
    };
}
