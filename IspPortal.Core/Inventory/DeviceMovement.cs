namespace IspPortal.Core.Inventory;

/// <summary>One movement of a device; rows are only ever added. Its first one comes from nowhere.</summary>
internal sealed class DeviceMovement
{
    public required Guid Id { get; init; }

    public required Guid DeviceId { get; init; }

    /// <summary>1 for the device's first movement, and so on without a gap: two movements may share their moment.</summary>
    public required int Number { get; init; }

    public required DateTime AtUtc { get; init; }

    public required DeviceMovementKind Kind { get; init; }

    public DevicePlace? FromPlace { get; init; }

    public Guid? FromWarehouseId { get; init; }

    public Guid? FromHolderId { get; init; }

    public string? FromHolderName { get; init; }

    /// <summary>Follows a merge of customers.</summary>
    public Guid? FromCustomerId { get; set; }

    public Guid? FromSubscriptionId { get; init; }

    public required DevicePlace ToPlace { get; init; }

    public Guid? ToWarehouseId { get; init; }

    public Guid? ToHolderId { get; init; }

    public string? ToHolderName { get; init; }

    /// <summary>Follows a merge of customers.</summary>
    public Guid? ToCustomerId { get; set; }

    public Guid? ToSubscriptionId { get; init; }

    /// <summary>The reason that was given; emptied by an erasure.</summary>
    public string? Reason { get; set; }

    public required string ActorName { get; init; }
}
