namespace IspPortal.Core.Customers;

/// <summary>One turning point of a customer; rows are only ever added.</summary>
internal sealed class CustomerHistoryEntry
{
    public required Guid Id { get; init; }

    public required Guid CustomerId { get; set; }

    /// <summary>In whose time it was; null: the present owner's.</summary>
    public Guid? FormerOwnerId { get; set; }

    public required DateTime AtUtc { get; init; }

    public required CustomerHistoryKind Kind { get; init; }

    public CustomerStatus? From { get; init; }

    public CustomerStatus? To { get; init; }

    /// <summary>The number of the other customer of a merge.</summary>
    public string? Other { get; init; }

    /// <summary>The reason that was given; emptied by an erasure.</summary>
    public string? Reason { get; set; }

    public required string ActorName { get; init; }
}
