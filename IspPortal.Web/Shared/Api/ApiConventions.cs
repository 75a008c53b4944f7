namespace IspPortal.Web.Shared.Api;

/// <summary>The words an endpoint describes itself with; the OpenAPI document and the guard read them.</summary>
internal static class ApiConventions
{
    /// <summary>The caller needs <paramref name="permission"/>: 401 without a sign-in, 403 without it.</summary>
    public static RouteHandlerBuilder Needs(this RouteHandlerBuilder endpoint, string permission) =>
        endpoint.WithMetadata(new RequiredPermission(permission));

    /// <summary>For people alone: an API key gets 403.</summary>
    public static TBuilder NeedsPerson<TBuilder>(this TBuilder endpoints)
        where TBuilder : IEndpointConventionBuilder =>
        endpoints.WithMetadata(RequiredPerson.Instance);

    /// <summary>The caller sends an Idempotency-Key; a repeated request gets the first one's answer.</summary>
    public static RouteHandlerBuilder NeedsIdempotencyKey(this RouteHandlerBuilder endpoint) =>
        endpoint.WithMetadata(RequiredIdempotencyKey.Instance)
            .Fails(StatusCodes.Status400BadRequest, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);

    /// <summary>The failures it answers besides 401, 403 and 429, which all have.</summary>
    public static RouteHandlerBuilder Fails(this RouteHandlerBuilder endpoint, params ReadOnlySpan<int> statuses)
    {
        foreach (var status in statuses)
        {
            endpoint.Produces<ApiProblem>(status, ProblemResult.ContentType);
        }

        return endpoint;
    }

    /// <summary>A list: 200 with a page, 400 and 422 for a wrong question.</summary>
    public static RouteHandlerBuilder AnswersPage<TRow>(this RouteHandlerBuilder endpoint) =>
        endpoint.Produces<ApiPage<TRow>>().Fails(StatusCodes.Status400BadRequest, StatusCodes.Status422UnprocessableEntity);
}
