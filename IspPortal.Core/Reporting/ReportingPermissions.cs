namespace IspPortal.Core.Reporting;

/// <summary>What one may do with dashboards and reports.</summary>
public static class ReportingPermissions
{
    /// <summary>See own dashboards and those that are shared; what a widget shows needs its own permission besides.</summary>
    public const string DashboardsRead = "dashboards.read";

    /// <summary>Make dashboards, and change one's own.</summary>
    public const string DashboardsWrite = "dashboards.write";

    /// <summary>Make links that open a dashboard without a sign-in, and change shared dashboards of others.</summary>
    public const string DashboardsPublish = "dashboards.publish";

    /// <summary>See reports and load their files.</summary>
    public const string ReportsRead = "reports.read";

    /// <summary>Ask for reports and schedule them.</summary>
    public const string ReportsWrite = "reports.write";
}
