namespace IspPortal.Core.Network.Addressing;

/// <summary>An address in a live session.</summary>
internal sealed record LiveAddress(long Address, Guid RouterId, Guid AccessId, string Username, bool IsOwned = false);
