using IspPortal.Core.Common.Results;
using IspPortal.Core.Identity;
using IspPortal.Core.Identity.ApiKeys;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;

namespace IspPortal.Web.Shared.Api;

/// <summary>
/// The door of /api/v1: the caller's budget, sign-in, antiforgery for callers that came by cookie, and the endpoint's permission, in this
/// order and before anything of the request is read. An endpoint that says nothing needs a sign-in. What an API key was refused, here or by a service, is kept in the audit.
/// </summary>
internal sealed class ApiGuard(RequestDelegate next, CallerBudgets budgets, IApiKeyRefusals refusals, IOptionsMonitor<ApiOptions> options, IAntiforgery antiforgery)
{
    public async Task InvokeAsync(HttpContext context, ICurrentActor current)
    {
        var refusal = Charge(context, current.Actor) ?? await RefuseAsync(context, current);
        if (refusal is null)
        {
            await next(context);
        }
        else
        {
            await new ProblemResult(refusal).ExecuteAsync(context);
        }

        await NoteRefusedKeyAsync(context, current.Actor, refusal);
    }

    private Task NoteRefusedKeyAsync(HttpContext context, Actor actor, Error? refusal)
    {
        ApiKeyRefusalReason? reason = context.Response.StatusCode switch
        {
            StatusCodes.Status403Forbidden => ApiKeyRefusalReason.OutOfScope,
            StatusCodes.Status429TooManyRequests when refusal is not null => ApiKeyRefusalReason.TooManyRequests,
            _ => null,
        };
        return actor.Kind == ActorKind.ApiKey && reason is { } against
            ? refusals.NoteAsync(new(against, actor, actor.Id, null, $"{context.Request.Method} {context.Request.Path}", refusal?.Arguments is [string permission] ? permission : null))
            : Task.CompletedTask;
    }

    private Error? Charge(HttpContext context, Actor actor)
    {
        var signedIn = actor.Kind != ActorKind.Anonymous;
        var caller = signedIn ? $"{actor.Kind}:{actor.Id?.ToString() ?? actor.Name}" : $"address:{context.Connection.RemoteIpAddress}";
        var budget = budgets.Take(caller, signedIn ? options.CurrentValue.RequestsPerMinute : options.CurrentValue.AnonymousRequestsPerMinute);

        var headers = context.Response.Headers;
        headers["RateLimit-Limit"] = Text(budget.Limit);
        headers["RateLimit-Remaining"] = Text(budget.Remaining);
        headers["RateLimit-Reset"] = Text(Seconds(budget.FullAfter));
        if (budget.Allowed)
        {
            return null;
        }

        headers.RetryAfter = Text(Math.Max(1, Seconds(budget.RetryAfter)));
        return ApiErrors.TooManyRequests;
    }

    private async Task<Error?> RefuseAsync(HttpContext context, ICurrentActor current)
    {
        if (context.Features.Get<RefusedApiKey>() is not null)
        {
            return IdentityErrors.ApiKeyInvalid;
        }

        var endpoint = context.GetEndpoint();
        if (current.Actor.Kind == ActorKind.ApiKey && endpoint?.Metadata.GetMetadata<RequiredPerson>() is not null)
        {
            return IdentityErrors.PersonRequired;
        }

        if (endpoint is null || endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
        {
            return null;
        }

        if (current.Actor.Kind == ActorKind.Anonymous)
        {
            return IdentityErrors.SignInRequired;
        }

        // A key is never sent by accident, as a cookie is.
        if (current.Actor.Kind != ActorKind.ApiKey && !await MayChangeByCookieAsync(context))
        {
            return IdentityErrors.BearerRequired;
        }

        return endpoint.Metadata.GetMetadata<RequiredPermission>() is { } required ? current.Deny(required.Permission) : null;
    }

    /// <summary>A browser sends its cookie with requests that other sites make; nobody sends a bearer token by accident. Any other header leaves the cookie in force.</summary>
    private async Task<bool> MayChangeByCookieAsync(HttpContext context)
    {
        var method = context.Request.Method;
        var reads = HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);
        return reads || context.Request.Headers.Authorization.ToString().StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) || await antiforgery.IsRequestValidAsync(context);
    }

    private static int Seconds(TimeSpan span) => (int)Math.Ceiling(span.TotalSeconds);

    private static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
