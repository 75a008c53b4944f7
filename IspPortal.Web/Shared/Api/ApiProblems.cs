using System.Text.RegularExpressions;
using IspPortal.Core.Common.Results;

namespace IspPortal.Web.Shared.Api;

/// <summary>Whatever goes wrong under /api/v1 leaves as problem details: bad requests, unknown routes, exceptions.</summary>
internal sealed partial class ApiProblems(RequestDelegate next, ILogger<ApiProblems> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var response = context.Response;
        try
        {
            await next(context);
            if (!response.HasStarted && response.StatusCode >= StatusCodes.Status400BadRequest && response.ContentType is null && response.ContentLength is null or 0)
            {
                var unreadable = response.StatusCode == StatusCodes.Status400BadRequest ? UnreadableParameter.NameIn(context) : null;
                await WriteAsync(context, unreadable is null ? OfStatus(response.StatusCode) : ApiErrors.MalformedField(unreadable), response.StatusCode);
            }
        }
        catch (BadHttpRequestException exception) when (!response.HasStarted)
        {
            LogMalformed(logger, context.Request.Method, context.Request.Path, exception.Message);
            var error = exception.StatusCode switch
            {
                StatusCodes.Status413PayloadTooLarge => ApiErrors.BodyTooLarge,
                StatusCodes.Status415UnsupportedMediaType => ApiErrors.UnsupportedMediaType,
                _ when BoundParameter().Match(exception.Message) is { Success: true } match => ApiErrors.MalformedField(InCamelCase(match.Groups["name"].Value)),
                _ => ApiErrors.Malformed,
            };
            await WriteAsync(context, error, exception.StatusCode);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody waits for the answer any more.
        }
        catch (Exception exception) when (!response.HasStarted)
        {
            LogUnexpected(logger, exception, context.Request.Method, context.Request.Path);
            await WriteAsync(context, ApiErrors.Unexpected, StatusCodes.Status500InternalServerError);
        }
    }

    private static Task WriteAsync(HttpContext context, Error error, int status) => new ProblemResult(error, status).ExecuteAsync(context);

    private static Error OfStatus(int status) => status switch
    {
        StatusCodes.Status401Unauthorized => Core.Identity.IdentityErrors.SignInRequired,
        StatusCodes.Status404NotFound => ApiErrors.NoSuchRoute,
        StatusCodes.Status405MethodNotAllowed => ApiErrors.MethodNotAllowed,
        StatusCodes.Status413PayloadTooLarge => ApiErrors.BodyTooLarge,
        StatusCodes.Status415UnsupportedMediaType => ApiErrors.UnsupportedMediaType,
        < StatusCodes.Status500InternalServerError => ApiErrors.Malformed,
        _ => ApiErrors.Unexpected,
    };

    private static string InCamelCase(string name) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(name);

    /// <summary>The framework names a needed parameter that it could not bind in its message only; of others see <see cref="UnreadableParameter"/>.</summary>
    [GeneratedRegex("""parameter ".+ (?<name>\w+)" from""", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex BoundParameter();

    [LoggerMessage(Level = LogLevel.Debug, Message = "{Method} {Path} could not be read: {Reason}")]
    private static partial void LogMalformed(ILogger logger, string method, string path, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Path} failed")]
    private static partial void LogUnexpected(ILogger logger, Exception exception, string method, string path);
}
