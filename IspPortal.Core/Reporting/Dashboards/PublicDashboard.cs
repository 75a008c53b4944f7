namespace IspPortal.Core.Reporting.Dashboards;

/// <summary>What a public link shows.</summary>
/// <param name="Name">The dashboard's name.</param>
/// <param name="RefreshSeconds">After how long it is read anew.</param>
/// <param name="AsOfUtc">When it was read.</param>
/// <param name="Widgets">Its widgets in the order of reading.</param>
public sealed record PublicDashboard(string Name, int RefreshSeconds, DateTime AsOfUtc, IReadOnlyList<PublicWidget> Widgets);
