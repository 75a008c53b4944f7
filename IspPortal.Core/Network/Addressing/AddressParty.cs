namespace IspPortal.Core.Network.Addressing;

/// <summary>One of those whom a conflict is between.</summary>
/// <param name="Role">What it has to do with it.</param>
/// <param name="RouterId">On which router.</param>
/// <param name="Name">The line's or account's name; of a pool its name.</param>
/// <param name="AccessId">The line, or null for pools and what is not known as an access.</param>
/// <param name="IsOwned">Whether the portal manages it.</param>
internal sealed record AddressParty(AddressPartyRole Role, Guid RouterId, string Name, Guid? AccessId = null, bool IsOwned = false);
