using System.Text.Json;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Messaging;
using IspPortal.Core.Messaging.Senders;
using Microsoft.AspNetCore.Mvc;

namespace IspPortal.Web.Features.Messages.Api;

/// <summary>/hooks/messages: what providers report. Anonymous: each call carries its own proof. 503 asks the provider to say it again.</summary>
internal static class MessageHooks
{
    private const int MostBytes = 256 * 1024;

    public static void MapMessageHooks(this IEndpointRouteBuilder app)
    {
        var hooks = app.MapGroup("/hooks/messages").AllowAnonymous().DisableAntiforgery().ExcludeFromDescription();
        hooks.MapGet("/cloud/{senderId:guid}", VerifyAsync);
        hooks.MapPost("/cloud/{senderId:guid}", TakeCloudAsync);
        hooks.MapPost("/fonnte/{senderId:guid}/{word}", TakeFonnteAsync);
    }

    private static async Task<IResult> VerifyAsync(
        Guid senderId, [FromQuery(Name = "hub.mode")] string? mode, [FromQuery(Name = "hub.verify_token")] string? word, [FromQuery(Name = "hub.challenge")] string? challenge, IMessageReports reports, CancellationToken cancellationToken)
    {
        var verified = await reports.VerifyCloudAsync(senderId, mode, word, challenge, cancellationToken);
        return verified.Succeeded ? TypedResults.Text(verified.Value) : TypedResults.NotFound();
    }

    private static async Task<IResult> TakeCloudAsync(Guid senderId, HttpRequest request, IMessageReports reports, CancellationToken cancellationToken) =>
        await ReadAsync(request, cancellationToken) is { } body
            ? Answer(await reports.TakeCloudAsync(senderId, body, request.Headers["X-Hub-Signature-256"], cancellationToken))
            : TypedResults.StatusCode(StatusCodes.Status413PayloadTooLarge);

    private static async Task<IResult> TakeFonnteAsync(Guid senderId, string word, HttpRequest request, IMessageReports reports, CancellationToken cancellationToken)
    {
        var (id, state) = request.HasFormContentType ? await FormAsync(request, cancellationToken) : await JsonAsync(request, cancellationToken);
        return Answer(await reports.TakeFonnteAsync(senderId, word, id, state, cancellationToken));
    }

    private static async Task<(string? Id, string? State)> FormAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            var form = await request.ReadFormAsync(cancellationToken);
            return (form["id"], form["state"].ToString() is { Length: > 0 } state ? state : form["status"].ToString());
        }
        catch (InvalidDataException)
        {
            return default;
        }
    }

    private static async Task<(string? Id, string? State)> JsonAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (await ReadAsync(request, cancellationToken) is not { } body)
        {
            return default;
        }

        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind == JsonValueKind.Object ? (Text(document.RootElement, "id"), Text(document.RootElement, "state") ?? Text(document.RootElement, "status")) : default;
        }
        catch (JsonException)
        {
            return default;
        }
    }

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText() : null;

    private static IResult Answer(Result taken) => taken.Error?.Code switch
    {
        null => TypedResults.Ok(),
        var code when code == MessagingErrors.ReportTooEarly.Code => TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable),
        _ => TypedResults.NotFound(),
    };

    private static async Task<byte[]?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var buffer = new byte[MostBytes + 1];
        var read = await request.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        return read > MostBytes ? null : buffer[..read];
    }
}
