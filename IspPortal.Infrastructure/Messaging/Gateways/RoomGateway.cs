using System.Globalization;
using IspPortal.Core.Messaging;

namespace IspPortal.Infrastructure.Messaging.Gateways;

/// <summary>A room of Slack, Discord or Teams by its incoming webhook, whose address is the key and so the secret.</summary>
internal sealed class RoomGateway(MessageSenderType type, GatewayHttp http) : IMessageGateway
{
    private const int LongestOfDiscord = 2000;

    public MessageSenderType Type => type;

    public bool KnowsRepeats => false;

    public async Task<GatewayAnswer> SendAsync(MessageSender sender, OutgoingMessage message, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(sender.Secret, UriKind.Absolute, out var room))
        {
            return GatewayAnswer.Banned(GatewayCodes.BadCredentials, null);
        }

        var reply = await http.PostJsonAsync(type == MessageSenderType.Discord ? new UriBuilder(room) { Query = "wait=true" }.Uri : room, BodyOf(message.Text), GatewayAddress.None, cancellationToken);
        if (reply.Failure is { } failure)
        {
            return failure;
        }

        var said = reply.Json();
        return (int)reply.Status switch
        {
            >= 200 and < 300 => GatewayAnswer.Accepted(said?.Text("id")),
            429 => GatewayAnswer.Down(GatewayCodes.TooFast, reply.Body, AfterOf(said) ?? reply.RetryAfter ?? TimeSpan.FromSeconds(30)),
            404 or 410 => GatewayAnswer.Banned(GatewayCodes.BadCredentials, reply.Body),
            _ => reply.Usual() ?? GatewayAnswer.Refused(GatewayCodes.Refused, reply.Body),
        };
    }

    private object BodyOf(string text) => type switch
    {
        MessageSenderType.Discord => new { content = text.Length > LongestOfDiscord ? text[..LongestOfDiscord] : text, allowed_mentions = new { parse = Array.Empty<string>() } },
        MessageSenderType.Teams => new
        {
            type = "message",
            attachments = new[]
            {
                new { contentType = "application/vnd.microsoft.card.adaptive", content = new { type = "AdaptiveCard", version = "1.4", body = new[] { new { type = "TextBlock", text, wrap = true } } } },
            },
        },
        _ => new { text },
    };

    private static TimeSpan? AfterOf(System.Text.Json.JsonElement? said) =>
        double.TryParse(said?.Text("retry_after"), NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and < 86_400 ? TimeSpan.FromSeconds(seconds) : null;
}
