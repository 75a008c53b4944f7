namespace IspPortal.Core.Reporting.Dashboards;

/// <summary>Which dashboards a list shows.</summary>
/// <param name="OnlyOwn">Only one's own.</param>
public sealed record DashboardFilter(bool OnlyOwn = false);
