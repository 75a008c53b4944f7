using IspPortal.Core.Reporting.Dashboards;

namespace IspPortal.Web.Features.Dashboards.Api;

/// <summary>One dashboard.</summary>
/// <param name="Id">The dashboard.</param>
/// <param name="Name">Its name.</param>
/// <param name="OwnerName">Whose it is.</param>
/// <param name="IsOwn">Whether it is the caller's.</param>
/// <param name="MayChange">Whether the caller may change it.</param>
/// <param name="Visibility">Who sees it.</param>
/// <param name="Roles">Of a shared one: only these roles; none: everybody.</param>
/// <param name="Range">How far it looks back.</param>
/// <param name="RefreshSeconds">Read anew after so many seconds.</param>
/// <param name="Widgets">Its widgets.</param>
/// <param name="UpdatedAtUtc">When it was changed last.</param>
/// <param name="Version">For changing it.</param>
internal sealed record DashboardResource(
    Guid Id, string Name, string OwnerName, bool IsOwn, bool MayChange, DashboardVisibility Visibility, IReadOnlyList<string> Roles, DashboardRange Range, int RefreshSeconds, IReadOnlyList<WidgetBody> Widgets,
    DateTime UpdatedAtUtc, long Version)
{
    public static DashboardResource Of(DashboardDetails dashboard) => new(
        dashboard.Row.Id, dashboard.Row.Name, dashboard.Row.OwnerName, dashboard.Row.IsOwn, dashboard.MayChange, dashboard.Content.Visibility, dashboard.Content.Roles, dashboard.Content.Range,
        dashboard.Content.RefreshSeconds, [.. dashboard.Content.Widgets.Select(WidgetBody.Of)], dashboard.Row.UpdatedAtUtc, dashboard.Row.Version);
}
