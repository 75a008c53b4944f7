using System.Text.Json;
using IspPortal.Core.Messaging;

namespace IspPortal.Infrastructure.Messaging.Gateways;

/// <summary>
/// WhatsApp by Meta's Cloud API. Who wrote within the last 24 hours may be answered freely; anybody else gets an approved template or nothing. The numbers of its errors are those of Meta's public list.
/// </summary>
internal sealed class WhatsAppCloudGateway(GatewayHttp http) : IMessageGateway
{
    public MessageSenderType Type => MessageSenderType.WhatsAppCloud;

    public bool KnowsRepeats => false;

    public async Task<GatewayAnswer> SendAsync(MessageSender sender, OutgoingMessage message, CancellationToken cancellationToken)
    {
        if (message is { Cloud: null, MayBeFree: false })
        {
            return GatewayAnswer.Refused(GatewayCodes.NoCloudTemplate, null);
        }

        var reply = await http.PostJsonAsync(
            GatewayAddress.Of(sender, "https://graph.facebook.com/v23.0", $"{Uri.EscapeDataString(sender.Account ?? "")}/messages"),
            BodyOf(message),
            GatewayAddress.Authorization("Bearer " + sender.Secret),
            cancellationToken);
        var said = reply.Failure is null ? reply.Json() : null;
        if (said?.Find("error") is { } error)
        {
            return Judge(reply, error);
        }

        if (reply.Usual() is { } usual)
        {
            return usual;
        }

        return reply.IsSuccess && said?.Find("messages") is { ValueKind: JsonValueKind.Array } sent && sent.GetArrayLength() > 0 ? GatewayAnswer.Accepted(sent[0].Text("id"))
            : reply.IsSuccess ? GatewayAnswer.Unsure(GatewayCodes.Unreadable, reply.Body)
            : GatewayAnswer.Refused(GatewayCodes.Refused, reply.Body);
    }

    private static object BodyOf(OutgoingMessage message)
    {
        var to = GatewayAddress.Digits(message.Address);
        return message.Cloud is not { } cloud
            ? new { messaging_product = "whatsapp", recipient_type = "individual", to, type = "text", text = new { body = message.Text } }
            : new
            {
                messaging_product = "whatsapp",
                recipient_type = "individual",
                to,
                type = "template",
                template = new
                {
                    name = cloud.Name,
                    language = new { code = cloud.Language },
                    components = cloud.Fills.Count == 0 ? [] : new object[] { new { type = "body", parameters = cloud.Fills.Select(text => new { type = "text", text }) } },
                },
            };
    }

    private static GatewayAnswer Judge(GatewayReply reply, JsonElement error)
    {
        var words = error.Text("message");
        return error.Text("code") switch
        {
            "190" or "10" or "200" => GatewayAnswer.Banned(GatewayCodes.BadCredentials, words),
            "368" or "131031" or "131048" or "130497" => GatewayAnswer.Banned(GatewayCodes.Banned, words),
            "131042" => GatewayAnswer.Banned(GatewayCodes.QuotaEmpty, words),
            "4" or "80007" or "130429" => GatewayAnswer.Down(GatewayCodes.TooFast, words, reply.RetryAfter ?? TimeSpan.FromMinutes(1)),
            "131056" => GatewayAnswer.Later(GatewayCodes.TooFast, words),
            "1" or "2" or "131000" or "131016" => GatewayAnswer.Down(GatewayCodes.ProviderFailed, words),
            "131026" or "131030" => GatewayAnswer.Refused(GatewayCodes.BadAddress, words),
            "131047" or "132000" or "132001" or "132015" => GatewayAnswer.Refused(GatewayCodes.NoCloudTemplate, words),
            _ => reply.Usual(words) ?? GatewayAnswer.Refused(GatewayCodes.Refused, words),
        };
    }
}
