using IspPortal.Core.Network.Provisioning;

namespace IspPortal.Core.Plans;

/// <summary>Brings a plan's speed to the profiles of routers.</summary>
/// <param name="RouterIds">Which; null: every router on which the profile is missing or different.</param>
/// <param name="Adopt">Whether the portal takes the profiles into its care and may make missing ones.</param>
/// <param name="LocalAddress">The router's end in profiles that are made; null: the router's default.</param>
/// <param name="RemoteAddress">The pool of the customers' end in profiles that are made; null: none.</param>
/// <param name="Kicks">When sessions feel it; null: right after each change.</param>
/// <param name="Reason">Why, up to 500 characters, or null.</param>
public sealed record MendProfilesRequest(
    IReadOnlyList<Guid>? RouterIds = null, bool Adopt = false, string? LocalAddress = null, string? RemoteAddress = null, KickPolicy? Kicks = null, string? Reason = null);
