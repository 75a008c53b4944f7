namespace IspPortal.Core.Messaging.Log;

/// <summary>A message of the log.</summary>
/// <param name="Id">The message.</param>
/// <param name="Event">What it tells.</param>
/// <param name="Channel">How.</param>
/// <param name="Address">Where to.</param>
/// <param name="Name">To whom, or null.</param>
/// <param name="CustomerId">The customer, or null.</param>
/// <param name="Priority">Which goes first.</param>
/// <param name="State">Where it stands.</param>
/// <param name="DroppedBecause">Why it was not sent.</param>
/// <param name="ErrorCode">What went wrong last.</param>
/// <param name="QueuedAtUtc">When it was queued.</param>
/// <param name="NextAttemptAtUtc">Of one that waits: when it may go.</param>
/// <param name="SentAtUtc">When the provider took it.</param>
/// <param name="SenderName">By which sender, or null.</param>
/// <param name="Attempts">How often it was tried for its own sake.</param>
public sealed record MessageRow(
    Guid Id,
    string Event,
    MessageChannel Channel,
    string Address,
    string? Name,
    Guid? CustomerId,
    MessagePriority Priority,
    MessageState State,
    MessageDropReason? DroppedBecause,
    string? ErrorCode,
    DateTime QueuedAtUtc,
    DateTime NextAttemptAtUtc,
    DateTime? SentAtUtc,
    string? SenderName,
    int Attempts);
