namespace IspPortal.Core.Network.Access;

/// <summary>An owned line as it should be. Until a plan is applied nothing changes on a router.</summary>
/// <param name="RouterId">The router that serves it.</param>
/// <param name="Service">How it is served; cannot change later.</param>
/// <param name="Username">1–64 characters; unique in the portal per service.</param>
/// <param name="Password">The password; null when updating keeps it, when adding means not known.</param>
/// <param name="Profile">The profile on the router; required for PPPoE and hotspot.</param>
/// <param name="RateLimit">RouterOS's words; static lines only.</param>
/// <param name="FixedAddress">An address; empty: none; null: not the portal's business. Required for static lines.</param>
/// <param name="CallerId">A MAC address; empty: any; null: not the portal's business.</param>
/// <param name="Note">What technicians read in the comment, up to 200 characters, or null.</param>
/// <param name="TwinRouterId">The partner router on which it is also present, or null.</param>
/// <param name="ThrottledProfile">The profile while throttled, or null.</param>
/// <param name="MayAdopt">An item of that name that is already there may be taken over.</param>
public sealed record SaveAccessRequest(
    Guid RouterId, AccessService Service, string Username, string? Password, string? Profile, string? RateLimit = null, string? FixedAddress = null, string? CallerId = null,
    string? Note = null, Guid? TwinRouterId = null, string? ThrottledProfile = null, bool MayAdopt = false)
{
    /// <summary>A new line without a partner router of its own is put on the partner of its router, if that has one, unless this is true.</summary>
    public bool WithoutTwin { get; init; }
}
