namespace IspPortal.Core.Network.Events;

/// <summary>Who had an address.</summary>
/// <param name="SessionId">The session.</param>
/// <param name="AccessId">The line.</param>
/// <param name="Username">As the router knows it.</param>
/// <param name="RouterId">The router.</param>
/// <param name="RouterName">Its name.</param>
/// <param name="Address">The address.</param>
/// <param name="CallerId">Usually the MAC address of the modem, or null.</param>
/// <param name="StartedAtUtc">When the session began.</param>
/// <param name="EndedAtUtc">When it ended, or null while it is open.</param>
public sealed record AddressHolder(
    Guid SessionId, Guid AccessId, string Username, Guid RouterId, string RouterName, string Address, string? CallerId, DateTime StartedAtUtc, DateTime? EndedAtUtc);
