using IspPortal.Core.Network.Addressing;
using IspPortal.Core.Network.Imports;

namespace IspPortal.Infrastructure.Network.Addressing;

/// <summary>What a router was read to hold of addresses.</summary>
/// <param name="Pools">Its pools.</param>
/// <param name="Fixed">Accounts, lines and leases with a fixed IPv4 address, with the owner of their mark, if they have one.</param>
/// <param name="OwnAddresses">The addresses of its interfaces with their nets.</param>
internal sealed record RouterAddresses(IReadOnlyList<FoundPool> Pools, IReadOnlyList<(FoundLine Line, long Address, Guid? Owner)> Fixed, IReadOnlyList<string> OwnAddresses);
