using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Reporting.Dashboards;

/// <summary>Opens dashboards by their public links, for anybody.</summary>
public interface IPublicDashboards
{
    /// <summary>
    /// All that the link shows: that dashboard, as its maker may see it now, without names of customers unless a widget says so. Read at most every few seconds, however many look.
    /// <see cref="DashboardErrors.LinkNotFound"/> for every link that does not work, whatever the reason.
    /// </summary>
    Task<Result<PublicDashboard>> OpenAsync(string token, CancellationToken cancellationToken);
}
