using IspPortal.Core.Audit;

namespace IspPortal.Core.Inventory;

/// <summary>A device. Where it is, its last movement says; the columns here are that movement's end.</summary>
[Audited("device")]
internal sealed class Device
{
    public required Guid Id { get; init; }

    public required Guid ModelId { get; set; }

    public required string Serial { get; set; }

    public string? Mac { get; set; }

    [NotAudited]
    public required string SearchKey { get; set; }

    public DeviceOwner Owner { get; set; }

    public DevicePlace Place { get; set; }

    public Guid? WarehouseId { get; set; }

    /// <summary>The technician whose van it is in.</summary>
    public Guid? HolderId { get; set; }

    /// <summary>As the technician was called then.</summary>
    public string? HolderName { get; set; }

    public Guid? CustomerId { get; set; }

    public Guid? SubscriptionId { get; set; }

    [Personal]
    public string? Note { get; set; }

    /// <summary>Since when it is where it is.</summary>
    [NotAudited]
    public DateTime PlacedAtUtc { get; set; }

    /// <summary>How often it was put somewhere; the number of its last movement.</summary>
    [NotAudited]
    public int Movements { get; set; }

    public required DateTime CreatedAtUtc { get; init; }

    public long Version { get; set; }

    /// <summary>Where it is.</summary>
    public DeviceSpot Spot => new(Place, WarehouseId, HolderId, CustomerId, SubscriptionId);
}
