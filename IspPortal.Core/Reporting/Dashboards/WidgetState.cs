namespace IspPortal.Core.Reporting.Dashboards;

/// <summary>One row of a status.</summary>
/// <param name="Id">The router; empty for jobs.</param>
/// <param name="Name">The router's or interface's name, or the job's key.</param>
/// <param name="Standing">How it stands.</param>
/// <param name="Sessions">Of a router: live sessions, or null when unknown.</param>
/// <param name="BitsPerSecond">Of a router what goes to customers, of an interface both directions; null when unknown.</param>
/// <param name="AtUtc">When this was so: the last good poll, the last run; null: never.</param>
public sealed record WidgetState(Guid Id, string Name, WidgetStanding Standing, int? Sessions, long? BitsPerSecond, DateTime? AtUtc);
