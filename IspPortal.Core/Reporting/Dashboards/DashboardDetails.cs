namespace IspPortal.Core.Reporting.Dashboards;

/// <summary>One dashboard.</summary>
/// <param name="Row">What a list says of it.</param>
/// <param name="Content">All of it, as it would be saved again.</param>
/// <param name="MayChange">Whether the reader may change it.</param>
public sealed record DashboardDetails(DashboardRow Row, SaveDashboardRequest Content, bool MayChange);
