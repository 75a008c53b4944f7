using System.Security.Claims;
using IspPortal.Core.Identity;
using IspPortal.Core.Identity.ApiKeys;
using IspPortal.Core.Identity.SignIn;
using IspPortal.Web.Shared.Api;

namespace IspPortal.Web.Security;

/// <summary>
/// Fills the actor of a request from its cookie or token, or under /api/v1 from its API key. A session that has ended is no sign-in, however valid
/// its cookie. A key that is sent decides alone: with one that does not work, a cookie beside it is no sign-in either.
/// </summary>
internal sealed class ActorOfRequest(RequestDelegate next)
{
    private const string KeyIdentity = "portal-api-key";

    public async Task InvokeAsync(HttpContext context, IActorScope scope, IAccountSessions sessions, IApiKeyCallers keys)
    {
        var address = context.Connection.RemoteIpAddress is { } remote ? (remote.IsIPv4MappedToIPv6 ? remote.MapToIPv4() : remote).ToString() : null;
        var actor = context.Request.Path.StartsWithSegments(ApiRegistration.Root, StringComparison.OrdinalIgnoreCase) && ApiKeyHeaders.Read(context.Request.Headers) is { } key
            ? await OfKeyAsync(context, keys, key, address)
            : await OfSessionAsync(context, sessions, address);
        scope.Enter(actor ?? Actor.Anonymous with { Address = address });
        await next(context);
    }

    private static async Task<Actor?> OfKeyAsync(HttpContext context, IApiKeyCallers keys, string key, string? address)
    {
        var actor = await keys.FindAsync(key, address, context.RequestAborted);
        if (actor is null)
        {
            context.Features.Set(RefusedApiKey.Instance);
        }

        context.User = new ClaimsPrincipal(actor is null ? new ClaimsIdentity() : new ClaimsIdentity(KeyIdentity));
        return actor;
    }

    private static async Task<Actor?> OfSessionAsync(HttpContext context, IAccountSessions sessions, string? address)
    {
        if (PortalClaims.Read(context.User) is not { } claims)
        {
            return null;
        }

        if (await sessions.FindAsync(claims.UserId, claims.Stamp, context.RequestAborted) is not { } snapshot)
        {
            context.User = new ClaimsPrincipal(new ClaimsIdentity());
            return null;
        }

        context.User = PortalClaims.At(context.User, address);
        return snapshot.Actor with { Address = address };
    }
}
