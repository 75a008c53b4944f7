using System.Globalization;
using IspPortal.Core.Messaging;

namespace IspPortal.Infrastructure.Messaging.Gateways;

/// <summary>A Telegram bot (its public Bot API, <c>sendMessage</c>). The text goes as it is, without markup.</summary>
internal sealed class TelegramGateway(GatewayHttp http) : IMessageGateway
{
    private const int Longest = 4096;

    public MessageSenderType Type => MessageSenderType.TelegramBot;

    public bool KnowsRepeats => false;

    public async Task<GatewayAnswer> SendAsync(MessageSender sender, OutgoingMessage message, CancellationToken cancellationToken)
    {
        object chat = long.TryParse(message.Address, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : message.Address;
        var reply = await http.PostJsonAsync(
            GatewayAddress.Of(sender, "https://api.telegram.org", $"bot{sender.Secret}/sendMessage"),
            new { chat_id = chat, text = message.Text.Length > Longest ? message.Text[..Longest] : message.Text, disable_notification = false },
            GatewayAddress.None,
            cancellationToken);
        if (reply.Failure is { } failure)
        {
            return failure;
        }

        var said = reply.Json();
        if (said?.Flag("ok") == true)
        {
            return GatewayAnswer.Accepted(said.Value.Find("result")?.Text("message_id"));
        }

        var words = said?.Text("description") ?? reply.Body;
        return (said?.Text("error_code") ?? ((int)reply.Status).ToString(CultureInfo.InvariantCulture)) switch
        {
            "429" => GatewayAnswer.Down(GatewayCodes.TooFast, words, AfterOf(said) ?? reply.RetryAfter ?? TimeSpan.FromSeconds(30)),
            "401" or "404" => GatewayAnswer.Banned(GatewayCodes.BadCredentials, words),
            "403" => GatewayAnswer.Refused(GatewayCodes.BadAddress, words),
            "400" => GatewayAnswer.Refused(words.Contains("chat", StringComparison.OrdinalIgnoreCase) ? GatewayCodes.BadAddress : GatewayCodes.Refused, words),
            _ => reply.Usual(words) ?? (reply.IsSuccess ? GatewayAnswer.Unsure(GatewayCodes.Unreadable, words) : GatewayAnswer.Refused(GatewayCodes.Refused, words)),
        };
    }

    private static TimeSpan? AfterOf(System.Text.Json.JsonElement? said) =>
        said?.Find("parameters")?.Text("retry_after") is { } text && int.TryParse(text, CultureInfo.InvariantCulture, out var seconds) ? TimeSpan.FromSeconds(seconds) : null;
}
