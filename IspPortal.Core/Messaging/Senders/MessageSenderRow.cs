namespace IspPortal.Core.Messaging.Senders;

/// <summary>A sender without its secrets.</summary>
/// <param name="Id">The sender.</param>
/// <param name="Name">Its name.</param>
/// <param name="Channel">What it sends.</param>
/// <param name="Type">By whom.</param>
/// <param name="State">Whether it sends now.</param>
/// <param name="PausedBecause">A stable code of why it is paused, or null.</param>
/// <param name="PausedDetail">What the provider said, or why a person paused it.</param>
/// <param name="PerHour">Its pace.</param>
/// <param name="CapToday">How many it may send today; null: no cap.</param>
/// <param name="SentToday">How many it sent today.</param>
/// <param name="LastSentAtUtc">When it last sent one.</param>
/// <param name="LastFailedAtUtc">When its provider last failed.</param>
/// <param name="LastError">What the provider said then.</param>
/// <param name="Waiting">How many wait for its channel, or of a room for itself.</param>
public sealed record MessageSenderRow(
    Guid Id,
    string Name,
    MessageChannel Channel,
    MessageSenderType Type,
    MessageSenderState State,
    string? PausedBecause,
    string? PausedDetail,
    int PerHour,
    int? CapToday,
    int SentToday,
    DateTime? LastSentAtUtc,
    DateTime? LastFailedAtUtc,
    string? LastError,
    int Waiting);
