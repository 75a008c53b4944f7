using System.Diagnostics;
using IspPortal.Core.Common.Results;
using IspPortal.Web.Shared.Errors;

namespace IspPortal.Web.Shared.Api;

/// <summary>An <see cref="Error"/> as problem details (RFC 9457) with the stable code, in the caller's language.</summary>
internal sealed class ProblemResult(Error error, int? status = null) : IResult, IStatusCodeHttpResult
{
    public const string ContentType = "application/problem+json";

    public Error Error => error;

    public int? StatusCode { get; } = status ?? StatusOf(error.Kind);

    public static int StatusOf(ErrorKind kind) => kind switch
    {
        ErrorKind.Invalid => StatusCodes.Status422UnprocessableEntity,
        ErrorKind.Unauthenticated => StatusCodes.Status401Unauthorized,
        ErrorKind.Forbidden => StatusCodes.Status403Forbidden,
        ErrorKind.NotFound => StatusCodes.Status404NotFound,
        ErrorKind.Conflict => StatusCodes.Status409Conflict,
        ErrorKind.TooMany => StatusCodes.Status429TooManyRequests,
        ErrorKind.External => StatusCodes.Status502BadGateway,
        ErrorKind.Timeout => StatusCodes.Status504GatewayTimeout,
        _ => throw new UnreachableException($"No status for {kind}"),
    };

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = StatusCode!.Value;
        if (response.StatusCode == StatusCodes.Status401Unauthorized && response.Headers.WWWAuthenticate.Count == 0)
        {
            response.Headers.WWWAuthenticate = "Bearer";
        }

        response.Headers.CacheControl = "no-store";
        var problem = Describe(httpContext.RequestServices.GetRequiredService<ErrorText>(), response.StatusCode, TraceId(httpContext));
        return response.WriteAsJsonAsync(problem, options: null, ContentType, httpContext.RequestAborted);
    }

    private static string TraceId(HttpContext context) => Activity.Current?.TraceId.ToHexString() ?? context.TraceIdentifier;

    private ApiProblem Describe(ErrorText texts, int code, string traceId)
    {
        var sentence = texts.Of(error);
        var byField = error.Fields.GroupBy(field => field.Field).ToArray();
        return new ApiProblem
        {
            Type = $"urn:isp-portal:problem:{error.Code}",
            Title = sentence.WhatHappened,
            Status = code,
            Detail = sentence.WhatToDo.Length == 0 ? null : sentence.WhatToDo,
            Code = error.Code,
            Cause = error.Detail,
            Errors = byField.Length == 0 ? null : byField.ToDictionary(group => group.Key, group => group.Select(texts.Of).ToArray()),
            ErrorCodes = byField.Length == 0 ? null : byField.ToDictionary(group => group.Key, group => group.Select(field => field.Code).ToArray()),
            TraceId = traceId,
        };
    }
}
