using IspPortal.Core.Network.Access;

namespace IspPortal.Web.Features.Network.Api;

/// <summary>An owned line as it should be, beside what its routers were last seen or made to hold.</summary>
/// <param name="AccessId">The line.</param>
/// <param name="Service">How it is served.</param>
/// <param name="Username">Its name on the routers.</param>
/// <param name="PasswordIsKnown">False: it is never written.</param>
/// <param name="Lifecycle">Where it stands.</param>
/// <param name="Holds">What holds it back.</param>
/// <param name="State">What it should be on its routers.</param>
/// <param name="Profile">The profile, or null.</param>
/// <param name="ThrottledProfile">The profile while throttled, or null.</param>
/// <param name="RateLimit">A static line's speed, or null.</param>
/// <param name="FixedAddress">An address; empty: none; null: not the portal's business.</param>
/// <param name="CallerId">A MAC address; empty: any; null: not the portal's business.</param>
/// <param name="Note">The technicians' note, or null.</param>
/// <param name="KeepDisabledUntilUtc">Until when a terminated line is kept disabled, or null.</param>
/// <param name="Version">To be given back when changing it.</param>
/// <param name="Placements">Its routers.</param>
internal sealed record OwnedAccessResource(
    Guid AccessId,
    AccessService Service,
    string Username,
    bool PasswordIsKnown,
    AccessLifecycle Lifecycle,
    IReadOnlyList<AccessHolds> Holds,
    AccessState State,
    string? Profile,
    string? ThrottledProfile,
    string? RateLimit,
    string? FixedAddress,
    string? CallerId,
    string? Note,
    DateTime? KeepDisabledUntilUtc,
    long Version,
    IReadOnlyList<OwnedPlacement> Placements)
{
    public static OwnedAccessResource Of(OwnedAccess line) => new(
        line.AccessId,
        line.Service,
        line.Username,
        line.PasswordIsKnown,
        line.Lifecycle,
        [.. Enum.GetValues<AccessHolds>().Where(hold => hold != AccessHolds.None && line.Holds.HasFlag(hold))],
        line.State,
        line.Profile,
        line.ThrottledProfile,
        line.RateLimit,
        line.FixedAddress,
        line.CallerId,
        line.Note,
        line.KeepDisabledUntilUtc,
        line.Version,
        line.Placements);
}
