using IspPortal.Core.Messaging;

namespace IspPortal.Infrastructure.Messaging.Gateways;

/// <summary>WhatsApp by Wablas (its public documentation of v2): each account has a host of its own, and signs with token and secret key.</summary>
internal sealed class WablasGateway(GatewayHttp http) : IMessageGateway
{
    public MessageSenderType Type => MessageSenderType.Wablas;

    public bool KnowsRepeats => false;

    public async Task<GatewayAnswer> SendAsync(MessageSender sender, OutgoingMessage message, CancellationToken cancellationToken)
    {
        var key = string.IsNullOrEmpty(sender.SigningSecret) ? sender.Secret ?? "" : $"{sender.Secret}.{sender.SigningSecret}";
        var reply = await http.PostJsonAsync(
            GatewayAddress.Of(sender, "", "api/v2/send-message"),
            new { data = new[] { new { phone = GatewayAddress.Digits(message.Address), message = message.Text, isGroup = "false" } } },
            GatewayAddress.Authorization(key),
            cancellationToken);
        var said = reply.Failure is null ? reply.Json() : null;
        var words = said?.Text("message");
        if (reply.Usual(words) is { } usual)
        {
            return usual;
        }

        return said?.Flag("status") switch
        {
            true => GatewayAnswer.Accepted(said.Value.Find("data")?.Find("messages") is { ValueKind: System.Text.Json.JsonValueKind.Array } sent && sent.GetArrayLength() > 0 ? sent[0].Text("id") : null),
            false => Judge(words ?? ""),
            _ => reply.IsSuccess ? GatewayAnswer.Unsure(GatewayCodes.Unreadable, reply.Body) : GatewayAnswer.Refused(GatewayCodes.Refused, reply.Body),
        };
    }

    private static GatewayAnswer Judge(string words)
    {
        bool Says(string part) => words.Contains(part, StringComparison.OrdinalIgnoreCase);
        return Says("token") || Says("secret") || Says("authorization") ? GatewayAnswer.Banned(GatewayCodes.BadCredentials, words)
            : Says("quota") || Says("expired") ? GatewayAnswer.Banned(GatewayCodes.QuotaEmpty, words)
            : Says("banned") || Says("blocked") ? GatewayAnswer.Banned(GatewayCodes.Banned, words)
            : Says("disconnect") || Says("device") ? GatewayAnswer.Down(GatewayCodes.Disconnected, words)
            : Says("phone") || Says("number") ? GatewayAnswer.Refused(GatewayCodes.BadAddress, words)
            : GatewayAnswer.Later(GatewayCodes.Refused, words);
    }
}
