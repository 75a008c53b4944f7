namespace IspPortal.Core.Mapping.Incidents;

/// <summary>A line that an outage hit.</summary>
/// <param name="AccessId">The line.</param>
/// <param name="Username">Its username.</param>
/// <param name="CustomerName">Whose; null where the line is no customer's.</param>
/// <param name="Phone">Where to reach them; null likewise.</param>
/// <param name="FromUtc">When it went.</param>
/// <param name="ToUtc">When it was back; null: not yet.</param>
public sealed record OutageLineRow(Guid AccessId, string Username, string? CustomerName, string? Phone, DateTime FromUtc, DateTime? ToUtc);
