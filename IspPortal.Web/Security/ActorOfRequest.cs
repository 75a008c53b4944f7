using System.Security.Claims;
using IspPortal.Core.Identity;
using IspPortal.Core.Identity.SignIn;

namespace IspPortal.Web.Security;

/// <summary>Fills the actor of a request from its cookie or token. A session that has ended is no sign-in, however valid its cookie.</summary>
internal sealed class ActorOfRequest(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context, IActorScope scope, IAccountSessions sessions)
    {
        var address = context.Connection.RemoteIpAddress is { } remote ? (remote.IsIPv4MappedToIPv6 ? remote.MapToIPv4() : remote).ToString() : null;
        var actor = Actor.Anonymous with { Address = address };
        if (PortalClaims.Read(context.User) is { } claims)
        {
            if (await sessions.FindAsync(claims.UserId, claims.Stamp, context.RequestAborted) is { } snapshot)
            {
                actor = snapshot.Actor with { Address = address };
                context.User = PortalClaims.At(context.User, address);
            }
            else
            {
                context.User = new ClaimsPrincipal(new ClaimsIdentity());
            }
        }

        scope.Enter(actor);
        await next(context);
    }
}
