using System.Security.Claims;
using IspPortal.Core.Identity.SignIn;
using IspPortal.Core.Identity.Tokens;

namespace IspPortal.Web.Security;

/// <summary>What a cookie or token says: who, and the stamp of the session. What one may do is looked up anew each time.</summary>
internal static class PortalClaims
{
    private const string Subject = "sub";
    private const string Name = "name";
    private const string Address = "address";

    public static ClaimsPrincipal Of(AccountSession session, string scheme) =>
        new(new ClaimsIdentity([new(Subject, session.UserId.ToString()), new(Name, session.Name), new(ITokenKeys.StampClaim, session.Stamp)], scheme, Name, null));

    public static ClaimsPrincipal Of(PendingSignIn pending, string scheme) =>
        new(new ClaimsIdentity([new(Subject, pending.UserId.ToString()), new(ITokenKeys.StampClaim, pending.Stamp)], scheme, Name, null));

    /// <summary>Whose session it is, or null.</summary>
    public static (Guid UserId, string Stamp)? Read(ClaimsPrincipal? principal) =>
        principal?.Identity is { IsAuthenticated: true }
        && Guid.TryParse(principal.FindFirst(Subject)?.Value, out var userId)
        && principal.FindFirst(ITokenKeys.StampClaim)?.Value is { Length: > 0 } stamp
            ? (userId, stamp)
            : null;

    /// <summary>The principal of one connection: a circuit has no request that could be asked for the address later.</summary>
    public static ClaimsPrincipal At(ClaimsPrincipal principal, string? address) =>
        new(principal.Identities.Append(new ClaimsIdentity(address is null ? [] : [new Claim(Address, address)])));

    public static string? AddressOf(ClaimsPrincipal principal) => principal.FindFirst(Address)?.Value;
}
