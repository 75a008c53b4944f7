namespace IspPortal.Core.Network.Access;

/// <summary>One PPPoE, hotspot or static account.</summary>
/// <param name="Id">The key of everything live.</param>
/// <param name="RouterId">The router it was seen on.</param>
/// <param name="RouterName">That router's name.</param>
/// <param name="Service">How it is served.</param>
/// <param name="Username">As the router knows it.</param>
/// <param name="Profile">Its profile on the router, or null when unknown.</param>
/// <param name="Comment">The router's comment, or null.</param>
/// <param name="Enabled">Whether its secret is enabled; null when unknown.</param>
/// <param name="IsOwned">Whether the portal manages it; false means it was only discovered.</param>
/// <param name="Presence">Whether it is online.</param>
/// <param name="LastSeenAtUtc">When it was last seen online, or null.</param>
public sealed record AccessRow(
    Guid Id,
    Guid RouterId,
    string RouterName,
    AccessService Service,
    string Username,
    string? Profile,
    string? Comment,
    bool? Enabled,
    bool IsOwned,
    AccessPresence Presence,
    DateTime? LastSeenAtUtc);
