using IspPortal.Core.Audit;

namespace IspPortal.Core.Reporting.Dashboards;

/// <summary>One dashboard; its widgets are saved with it as a whole.</summary>
[Audited("dashboard")]
internal sealed class Dashboard
{
    public required Guid Id { get; init; }

    public required string Name { get; set; }

    /// <summary>Whose it is; null: the portal's own.</summary>
    public Guid? OwnerId { get; set; }

    public required string OwnerName { get; set; }

    public DashboardVisibility Visibility { get; set; }

    /// <summary>Role names between bars, <c>|NocOperator|Auditor|</c>; empty: everybody.</summary>
    public string Roles { get; set; } = "";

    public DashboardRange Range { get; set; }

    public int RefreshSeconds { get; set; }

    /// <summary>JSON.</summary>
    public required string Widgets { get; set; }

    [NotAudited]
    public int WidgetCount { get; set; }

    public DateTime CreatedAtUtc { get; init; }

    [NotAudited]
    public DateTime UpdatedAtUtc { get; set; }

    public long Version { get; set; }
}
