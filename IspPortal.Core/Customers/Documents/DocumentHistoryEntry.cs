namespace IspPortal.Core.Customers.Documents;

/// <summary>One turning point of a document; rows are only ever added.</summary>
internal sealed class DocumentHistoryEntry
{
    public required Guid Id { get; init; }

    public required Guid DocumentId { get; init; }

    public required Guid CustomerId { get; set; }

    public required DateTime AtUtc { get; init; }

    public required DocumentHistoryKind Kind { get; init; }

    public required DocumentKind DocumentKind { get; init; }

    /// <summary>The reason that was given; emptied by an erasure.</summary>
    public string? Reason { get; set; }

    public required string ActorName { get; init; }
}
