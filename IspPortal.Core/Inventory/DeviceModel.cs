using IspPortal.Core.Audit;

namespace IspPortal.Core.Inventory;

/// <summary>A model of devices.</summary>
[Audited("device_model")]
internal sealed class DeviceModel
{
    public required Guid Id { get; init; }

    public DeviceKind Kind { get; set; }

    public required string Maker { get; set; }

    public required string Name { get; set; }

    /// <summary>Maker and name as they are searched and kept apart; unique.</summary>
    [NotAudited]
    public required string SearchKey { get; set; }

    public bool IsRetired { get; set; }

    public long Version { get; set; }
}
