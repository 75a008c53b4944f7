namespace IspPortal.Core.Network.Addressing;

/// <summary>An address that nothing known has.</summary>
/// <param name="Address">The address.</param>
/// <param name="RouterId">For which router.</param>
public sealed record FreeAddress(string Address, Guid RouterId);
