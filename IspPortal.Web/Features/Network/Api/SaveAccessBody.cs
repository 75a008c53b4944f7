using IspPortal.Core.Network.Access;

namespace IspPortal.Web.Features.Network.Api;

/// <summary>An owned line as it should be. Nothing changes on a router until a plan is applied.</summary>
/// <param name="RouterId">The router that serves it.</param>
/// <param name="Username">1–64 characters; unique per service.</param>
/// <param name="Service">How it is served; cannot change later.</param>
/// <param name="Password">When changing, null keeps the stored one; when adding, null means not known: it is then never written.</param>
/// <param name="Profile">The profile on the router; required for pppoe and hotspot.</param>
/// <param name="RateLimit">RouterOS's words, e.g. 5M/20M; static lines only.</param>
/// <param name="FixedAddress">An address; empty: none; null: not the portal's business. Required for static lines.</param>
/// <param name="CallerId">A MAC address; empty: any; null: not the portal's business.</param>
/// <param name="Note">What technicians read in the comment, up to 200 characters.</param>
/// <param name="TwinRouterId">The partner router on which it is also present. When adding, without it the partner of the router, if that has one.</param>
/// <param name="ThrottledProfile">The profile while throttled.</param>
/// <param name="MayAdopt">An item of that name that is already there may be taken over.</param>
/// <param name="WithoutTwin">When adding: do not put it on the router's partner.</param>
/// <param name="Version">When changing: the version that was read.</param>
internal sealed record SaveAccessBody(
    Guid? RouterId,
    string? Username,
    AccessService Service = AccessService.Pppoe,
    string? Password = null,
    string? Profile = null,
    string? RateLimit = null,
    string? FixedAddress = null,
    string? CallerId = null,
    string? Note = null,
    Guid? TwinRouterId = null,
    string? ThrottledProfile = null,
    bool MayAdopt = false,
    bool WithoutTwin = false,
    long? Version = null)
{
    /// <summary>What is missing becomes empty: the service names the field.</summary>
    public SaveAccessRequest ToRequest() => new(
        RouterId ?? Guid.Empty, Service, Username ?? "", Password, Profile, RateLimit, FixedAddress, CallerId, Note, TwinRouterId, ThrottledProfile, MayAdopt)
    {
        WithoutTwin = WithoutTwin,
    };
}
