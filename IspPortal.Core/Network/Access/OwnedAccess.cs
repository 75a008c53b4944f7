namespace IspPortal.Core.Network.Access;

/// <summary>An owned line as it should be, beside what its routers were last seen or made to hold. The password itself never leaves the portal.</summary>
/// <param name="AccessId">The line.</param>
/// <param name="Service">How it is served.</param>
/// <param name="Username">Its name on the routers.</param>
/// <param name="PasswordIsKnown">False when it could not be read on taking over: then it is never written.</param>
/// <param name="Lifecycle">Where it stands.</param>
/// <param name="Holds">What holds it back.</param>
/// <param name="State">What follows from both: what it should be on its routers.</param>
/// <param name="Profile">The profile on the router; null for static lines.</param>
/// <param name="ThrottledProfile">The profile while throttled, or null.</param>
/// <param name="RateLimit">RouterOS's words; static lines only.</param>
/// <param name="FixedAddress">An address; empty: none; null: not the portal's business.</param>
/// <param name="CallerId">A MAC address; empty: any; null: not the portal's business.</param>
/// <param name="Note">What technicians read in the comment, or null.</param>
/// <param name="KeepDisabledUntilUtc">Until when a terminated line is kept disabled, or null.</param>
/// <param name="Version">For optimistic concurrency.</param>
/// <param name="Placements">Its routers, the serving one first.</param>
public sealed record OwnedAccess(
    Guid AccessId, AccessService Service, string Username, bool PasswordIsKnown, AccessLifecycle Lifecycle, AccessHolds Holds, AccessState State, string? Profile, string? ThrottledProfile,
    string? RateLimit, string? FixedAddress, string? CallerId, string? Note, DateTime? KeepDisabledUntilUtc, long Version, IReadOnlyList<OwnedPlacement> Placements)
{
    /// <summary>The number of the subscription that says what it should be; null: it is kept by hand.</summary>
    public string? KeptBy { get; init; }

    /// <summary>The router that serves it.</summary>
    public OwnedPlacement Primary => Placements.First(p => p.Role == PlacementRole.Primary);

    /// <summary>The partner router, or null.</summary>
    public OwnedPlacement? Twin => Placements.FirstOrDefault(p => p.Role == PlacementRole.Twin);
}
