namespace IspPortal.Core.Reporting.Dashboards;

/// <summary>A link that was just made.</summary>
/// <param name="Id">The link.</param>
/// <param name="Token">The secret part of its address: shown this once.</param>
/// <param name="ExpiresAtUtc">Until when it works.</param>
public sealed record MadeDashboardLink(Guid Id, string Token, DateTime ExpiresAtUtc);
