using IspPortal.Core.Messaging;

namespace IspPortal.Infrastructure.Messaging.Gateways;

/// <summary>SMS by Zenziva (its public clients): <c>status</c> 1 in the body is success, whatever the status of HTTP.</summary>
internal sealed class ZenzivaGateway(GatewayHttp http) : IMessageGateway
{
    public MessageSenderType Type => MessageSenderType.Zenziva;

    public bool KnowsRepeats => false;

    public async Task<GatewayAnswer> SendAsync(MessageSender sender, OutgoingMessage message, CancellationToken cancellationToken)
    {
        var reply = await http.PostFormAsync(
            GatewayAddress.Of(sender, "https://console.zenziva.net", "reguler/api/sendsms/"),
            [new("userkey", sender.Account ?? ""), new("passkey", sender.Secret ?? ""), new("to", GatewayAddress.Digits(message.Address)), new("message", message.Text)],
            GatewayAddress.None,
            cancellationToken);
        var said = reply.Failure is null ? reply.Json() : null;
        var words = said?.Text("text");
        if (reply.Usual(words) is { } usual)
        {
            return usual;
        }

        return said?.Text("status") switch
        {
            "1" => GatewayAnswer.Accepted(said.Value.Text("messageId")),
            null => reply.IsSuccess ? GatewayAnswer.Unsure(GatewayCodes.Unreadable, reply.Body) : GatewayAnswer.Refused(GatewayCodes.Refused, reply.Body),
            _ => Judge(words ?? ""),
        };
    }

    private static GatewayAnswer Judge(string words)
    {
        bool Says(string part) => words.Contains(part, StringComparison.OrdinalIgnoreCase);
        return Says("userkey") || Says("passkey") ? GatewayAnswer.Banned(GatewayCodes.BadCredentials, words)
            : Says("credit") || Says("saldo") || Says("quota") ? GatewayAnswer.Banned(GatewayCodes.QuotaEmpty, words)
            : Says("number") || Says("nomor") || Says("invalid") ? GatewayAnswer.Refused(GatewayCodes.BadAddress, words)
            : GatewayAnswer.Later(GatewayCodes.Refused, words);
    }
}
