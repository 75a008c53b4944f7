namespace IspPortal.Core.Reporting.Dashboards;

/// <summary>One public link of a dashboard.</summary>
/// <param name="Id">The link.</param>
/// <param name="CreatedBy">Who made it; it shows what he may see.</param>
/// <param name="CreatedAtUtc">When.</param>
/// <param name="ExpiresAtUtc">Until when it works.</param>
/// <param name="RevokedAtUtc">When it was taken back, or null.</param>
/// <param name="LastUsedAtUtc">When it was opened last, to the hour; null: never.</param>
/// <param name="Works">Whether it works now.</param>
public sealed record DashboardLinkRow(Guid Id, string CreatedBy, DateTime CreatedAtUtc, DateTime ExpiresAtUtc, DateTime? RevokedAtUtc, DateTime? LastUsedAtUtc, bool Works);
