using IspPortal.Core.Network.Access;

namespace IspPortal.Core.Network.Addressing;

/// <summary>One fixed address on one router; a line on both routers of a pair has two of these.</summary>
/// <param name="Address">The address.</param>
/// <param name="RouterId">The router.</param>
/// <param name="RouterName">Its name.</param>
/// <param name="AccessId">The line, or null for a lease or account that was never seen online.</param>
/// <param name="Service">How it is served.</param>
/// <param name="Username">Its name; of a lease the address.</param>
/// <param name="IsOwned">Whether the portal manages it; else it was read from the router.</param>
/// <param name="Role">What the router is to an owned line; null for others.</param>
/// <param name="State">What an owned line should be; null for others.</param>
/// <param name="Presence">Whether it is online there.</param>
/// <param name="LiveAddress">The address that its session has, or null.</param>
/// <param name="Pool">The router's pool in which it lies, or null.</param>
/// <param name="PoolId">That pool.</param>
public sealed record AddressAssignmentRow(
    string Address, Guid RouterId, string RouterName, Guid? AccessId, AccessService Service, string Username, bool IsOwned, PlacementRole? Role, AccessState? State, AccessPresence Presence,
    string? LiveAddress, string? Pool, Guid? PoolId);
