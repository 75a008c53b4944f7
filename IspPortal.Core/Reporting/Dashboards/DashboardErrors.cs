using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Reporting.Dashboards;

/// <summary>Expected failures with dashboards.</summary>
public static class DashboardErrors
{
    /// <summary>There is no such dashboard, or it is somebody else's.</summary>
    public static Error NotFound { get; } = new("dashboards.not_found", ErrorKind.NotFound);

    /// <summary>It may be seen and not changed: it is somebody else's.</summary>
    public static Error NotYours { get; } = new("dashboards.not_yours", ErrorKind.Forbidden);

    /// <summary>There is no such link, or it has expired or was revoked.</summary>
    public static Error LinkNotFound { get; } = new("dashboards.link_not_found", ErrorKind.NotFound);

    /// <summary>Only a person with an account makes links: they show what he may see.</summary>
    public static Error PersonRequired { get; } = new("dashboards.person_required", ErrorKind.Forbidden);
}
