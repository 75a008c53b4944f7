namespace IspPortal.Core.Reporting.Dashboards;

/// <summary>A whole dashboard as it shall be.</summary>
public sealed record SaveDashboardRequest
{
    /// <summary>Its name, up to 80 characters.</summary>
    public string Name { get; init; } = "";

    /// <summary>Who sees it.</summary>
    public DashboardVisibility Visibility { get; init; }

    /// <summary>Of a shared one: only these roles; none: everybody who may see dashboards.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <summary>How much time it looks back.</summary>
    public DashboardRange Range { get; init; } = DashboardRange.Day;

    /// <summary>Read anew after so many seconds, 5–3,600.</summary>
    public int RefreshSeconds { get; init; } = 30;

    /// <summary>Its widgets.</summary>
    public IReadOnlyList<DashboardWidget> Widgets { get; init; } = [];
}
