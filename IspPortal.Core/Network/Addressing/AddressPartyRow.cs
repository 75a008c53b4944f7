namespace IspPortal.Core.Network.Addressing;

/// <summary>One of those whom a conflict is between.</summary>
/// <param name="Role">What it has to do with it.</param>
/// <param name="RouterId">On which router.</param>
/// <param name="RouterName">That router's name.</param>
/// <param name="Name">The line's or account's name; of a pool its name.</param>
/// <param name="AccessId">The line, or null.</param>
/// <param name="IsOwned">Whether the portal manages it.</param>
public sealed record AddressPartyRow(AddressPartyRole Role, Guid RouterId, string RouterName, string Name, Guid? AccessId, bool IsOwned);
