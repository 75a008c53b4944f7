namespace IspPortal.Core.Network.Addressing;

/// <summary>An IPv4 pool for looking for conflicts.</summary>
internal sealed record PoolOnRouter(Guid RouterId, string Name, IReadOnlyList<AddressRange> Ranges, IReadOnlyList<PoolUser> Users);
