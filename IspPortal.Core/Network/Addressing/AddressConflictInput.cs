namespace IspPortal.Core.Network.Addressing;

/// <summary>Everything that is known of addresses at one moment.</summary>
internal sealed record AddressConflictInput
{
    public IReadOnlyList<AssignedAddress> Assigned { get; init; } = [];

    public IReadOnlyList<LiveAddress> Live { get; init; } = [];

    public IReadOnlyList<PoolOnRouter> Pools { get; init; } = [];

    /// <summary>The nets of the interfaces of each router that told them.</summary>
    public IReadOnlyDictionary<Guid, IReadOnlyList<AddressRange>> Networks { get; init; } = new Dictionary<Guid, IReadOnlyList<AddressRange>>();
}
