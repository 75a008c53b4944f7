using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Reporting.Dashboards;

/// <summary>One widget of a public dashboard.</summary>
/// <param name="Widget">What it is.</param>
/// <param name="Content">What it shows, or why it does not.</param>
public sealed record PublicWidget(DashboardWidget Widget, Result<WidgetContent> Content);
