namespace IspPortal.Core.Messaging;

/// <summary>One message to one address. Subject, kind, channel and address together are unique: what was queued once is never queued again.</summary>
internal sealed class Message
{
    public const int LongestKey = 100;
    public const int LongestAddress = 200;
    public const int LongestName = 200;
    public const int LongestError = 1000;

    public required Guid Id { get; init; }

    public required string Event { get; init; }

    public required Guid SubjectId { get; init; }

    public required string Kind { get; init; }

    public required MessageChannel Channel { get; init; }

    public required string Address { get; set; }

    public string? Name { get; set; }

    /// <summary>en or id.</summary>
    public required string Language { get; init; }

    public Guid? CustomerId { get; init; }

    public Guid? UserId { get; init; }

    /// <summary><see cref="MessagePriority"/> as the number that waiting messages are sorted by.</summary>
    public required int Rank { get; init; }

    /// <summary>Whether quiet hours hold it back.</summary>
    public required bool KeepsQuiet { get; init; }

    /// <summary>The event's fields as JSON; encrypted: they name people, and some hold a key.</summary>
    public string? Values { get; set; }

    /// <summary>The files that go along, as JSON.</summary>
    public string? Attachments { get; set; }

    /// <summary>The subject as it was sent; encrypted.</summary>
    public string? SentSubject { get; set; }

    /// <summary>The text as it was sent; encrypted. Null until then, and of confidential ones.</summary>
    public string? SentText { get; set; }

    public required DateTime QueuedAtUtc { get; init; }

    /// <summary>When its moment has passed, or null.</summary>
    public DateTime? NotAfterUtc { get; set; }

    /// <summary>When it may go next.</summary>
    public required DateTime NextAttemptAtUtc { get; set; }

    public MessageState State { get; set; } = MessageState.Waiting;

    public MessageDropReason? DroppedBecause { get; set; }

    public int Attempts { get; set; }

    /// <summary>Which dispatcher hands it over, or null.</summary>
    public string? LeasedBy { get; set; }

    public DateTime? LeasedUntilUtc { get; set; }

    public Guid? SenderId { get; set; }

    /// <summary>What the provider calls it.</summary>
    public string? ProviderId { get; set; }

    /// <summary>The message whose text carried this one, or null.</summary>
    public Guid? MergedIntoId { get; set; }

    /// <summary>A stable code of what went wrong last, or null.</summary>
    public string? ErrorCode { get; set; }

    /// <summary>What the provider said, word for word, or null.</summary>
    public string? LastError { get; set; }

    public DateTime? SentAtUtc { get; set; }

    public DateTime? DeliveredAtUtc { get; set; }

    public DateTime? ReadAtUtc { get; set; }

    /// <summary>When it failed, was dropped or became uncertain.</summary>
    public DateTime? FinishedAtUtc { get; set; }
}
