namespace IspPortal.Core.Reporting.Dashboards;

/// <summary>One dashboard of a list.</summary>
/// <param name="Id">The dashboard.</param>
/// <param name="Name">Its name.</param>
/// <param name="OwnerName">Whose it is.</param>
/// <param name="IsOwn">Whether it is the reader's.</param>
/// <param name="Visibility">Who sees it.</param>
/// <param name="Widgets">How many widgets it has.</param>
/// <param name="UpdatedAtUtc">When it was changed last.</param>
/// <param name="Version">For optimistic concurrency.</param>
public sealed record DashboardRow(Guid Id, string Name, string OwnerName, bool IsOwn, DashboardVisibility Visibility, int Widgets, DateTime UpdatedAtUtc, long Version);
