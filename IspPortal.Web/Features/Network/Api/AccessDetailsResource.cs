using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Sessions;

namespace IspPortal.Web.Features.Network.Api;

/// <summary>One access in full.</summary>
/// <param name="Id">The access; stays through moves and renames.</param>
/// <param name="RouterId">The router it is on.</param>
/// <param name="RouterName">That router's name.</param>
/// <param name="Service">How it is served.</param>
/// <param name="Username">As the router knows it.</param>
/// <param name="Profile">The router's profile, or null.</param>
/// <param name="Comment">The router's comment, or null.</param>
/// <param name="Enabled">Whether it may connect, or null when not known.</param>
/// <param name="IsOwned">False for those that were discovered on a router.</param>
/// <param name="Presence">Online, offline, or unknown while its router cannot be read.</param>
/// <param name="LastSeenAtUtc">When it was last online, or null.</param>
/// <param name="FirstSeenAtUtc">When it was first seen.</param>
/// <param name="Session">Its live session, or null.</param>
internal sealed record AccessDetailsResource(
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
    DateTime? LastSeenAtUtc,
    DateTime FirstSeenAtUtc,
    SessionRow? Session)
{
    public static AccessDetailsResource Of(AccessDetails details)
    {
        var row = details.Row;
        return new(
            row.Id,
            row.RouterId,
            row.RouterName,
            row.Service,
            row.Username,
            row.Profile,
            row.Comment,
            row.Enabled,
            row.IsOwned,
            row.Presence,
            row.LastSeenAtUtc,
            details.FirstSeenAtUtc,
            details.Session);
    }
}
