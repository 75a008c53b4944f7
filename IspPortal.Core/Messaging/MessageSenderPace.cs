namespace IspPortal.Core.Messaging;

/// <summary>When a sender may send next. Written with every message, so apart from what people change.</summary>
internal sealed class MessageSenderPace
{
    public required Guid SenderId { get; init; }

    /// <summary>The next message may go from then on.</summary>
    public required DateTime NextFreeAtUtc { get; set; }

    /// <summary>The business day that is counted.</summary>
    public required DateOnly CountedOn { get; set; }

    public int SentOnDay { get; set; }

    /// <summary>Failures of the provider in a row.</summary>
    public int Failures { get; set; }

    /// <summary>Messages refused for good in a row.</summary>
    public int Refusals { get; set; }

    /// <summary>Nothing is tried before then.</summary>
    public DateTime? ClosedUntilUtc { get; set; }

    public DateTime? LastSentAtUtc { get; set; }

    public DateTime? LastFailedAtUtc { get; set; }

    public string? LastError { get; set; }
}
