namespace IspPortal.Core.Network.Sessions;

/// <summary>One session, past or present.</summary>
/// <param name="Id">The record's id.</param>
/// <param name="RouterName">On which router.</param>
/// <param name="Address">The address it held, or null.</param>
/// <param name="CallerId">MAC address or other caller id, or null.</param>
/// <param name="StartedAtUtc">When it began.</param>
/// <param name="EndedAtUtc">When it was first seen gone, or null while it is live.</param>
/// <param name="EndReason">Why it ended, or null while it is live.</param>
/// <param name="DownBytes">Counted towards the customer over what was read, of a live session up to the last poll; null when never read.</param>
/// <param name="UpBytes">Counted from the customer, likewise.</param>
public sealed record SessionHistoryRow(
    Guid Id,
    string RouterName,
    string? Address,
    string? CallerId,
    DateTime StartedAtUtc,
    DateTime? EndedAtUtc,
    SessionEndReason? EndReason,
    long? DownBytes,
    long? UpBytes);
