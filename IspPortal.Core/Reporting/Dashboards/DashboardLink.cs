using IspPortal.Core.Audit;

namespace IspPortal.Core.Reporting.Dashboards;

/// <summary>A link that shows a dashboard without a sign-in.</summary>
[Audited("dashboard-link")]
internal sealed class DashboardLink
{
    public required Guid Id { get; init; }

    public required Guid DashboardId { get; init; }

    /// <summary>SHA-256 of the token in hex; the token itself is shown once and kept nowhere.</summary>
    [NotAudited]
    public required string TokenHash { get; init; }

    /// <summary>What it shows, he may see; without his account it shows nothing.</summary>
    public required Guid CreatedById { get; init; }

    public required string CreatedBy { get; init; }

    public DateTime CreatedAtUtc { get; init; }

    public DateTime ExpiresAtUtc { get; init; }

    public DateTime? RevokedAtUtc { get; set; }

    [NotAudited]
    public DateTime? LastUsedAtUtc { get; set; }
}
