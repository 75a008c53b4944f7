namespace IspPortal.Core.Messaging.Log;

/// <summary>Which messages of the log.</summary>
/// <param name="State">Only in this state.</param>
/// <param name="Channel">Only by this channel.</param>
/// <param name="Priority">Only of this priority.</param>
/// <param name="Event">Only of this event.</param>
/// <param name="CustomerId">Only to this customer.</param>
/// <param name="SenderId">Only by this sender.</param>
public sealed record MessageFilter(
    MessageState? State = null, MessageChannel? Channel = null, MessagePriority? Priority = null, string? Event = null, Guid? CustomerId = null, Guid? SenderId = null);
