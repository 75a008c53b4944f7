using IspPortal.Core.Identity;
using IspPortal.Core.Reporting;
using IspPortal.Core.Reporting.Dashboards;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Reporting.Dashboards;

/// <summary>Which dashboards somebody sees, and which he may change.</summary>
internal static class DashboardSight
{
    /// <summary>His own, and those shared with everybody or with one of his roles.</summary>
    public static IQueryable<Dashboard> SeenBy(PortalDbContext context, Guid? userId)
    {
        var roles = context.Set<UserRole>();
        return context.Set<Dashboard>().Where(d => (userId != null && d.OwnerId == userId)
            || (d.Visibility == DashboardVisibility.Shared && (d.Roles == "" || roles.Any(r => r.UserId == userId && d.Roles.Contains("|" + r.Role + "|")))));
    }

    public static bool MayChange(Dashboard dashboard, Actor actor) => actor.May(ReportingPermissions.DashboardsWrite)
        && ((actor.Id is not null && dashboard.OwnerId == actor.Id) || (dashboard.Visibility == DashboardVisibility.Shared && actor.May(ReportingPermissions.DashboardsPublish)));

    public static string RolesOf(IReadOnlyList<string> roles) => roles.Count == 0 ? "" : $"|{string.Join('|', roles.Distinct(StringComparer.Ordinal))}|";

    public static DashboardRow RowOf(Dashboard d, Guid? userId) => new(d.Id, d.Name, d.OwnerName, userId is not null && d.OwnerId == userId, d.Visibility, d.WidgetCount, d.UpdatedAtUtc, d.Version);

    public static SaveDashboardRequest ContentOf(Dashboard d) => new()
    {
        Name = d.Name,
        Visibility = d.Visibility,
        Roles = d.Roles.Split('|', StringSplitOptions.RemoveEmptyEntries),
        Range = d.Range,
        RefreshSeconds = d.RefreshSeconds,
        Widgets = ReportingJson.WidgetsOf(d.Widgets),
    };
}
