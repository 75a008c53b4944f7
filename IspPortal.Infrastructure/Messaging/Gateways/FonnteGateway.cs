using IspPortal.Core.Messaging;

namespace IspPortal.Infrastructure.Messaging.Gateways;

/// <summary>WhatsApp by Fonnte (its public documentation of <c>/send</c>): answers 200 to failures too, and says so in the body, under a key whose case varies.</summary>
internal sealed class FonnteGateway(GatewayHttp http) : IMessageGateway
{
    public MessageSenderType Type => MessageSenderType.Fonnte;

    public bool KnowsRepeats => false;

    public async Task<GatewayAnswer> SendAsync(MessageSender sender, OutgoingMessage message, CancellationToken cancellationToken)
    {
        var reply = await http.PostFormAsync(
            GatewayAddress.Of(sender, "https://api.fonnte.com", "send"),
            [new("target", GatewayAddress.Digits(message.Address)), new("message", message.Text), new("countryCode", "0")],
            GatewayAddress.Authorization(sender.Secret ?? ""),
            cancellationToken);
        var said = reply.Failure is null ? reply.Json() : null;
        var reason = said?.Text("reason") ?? said?.Text("detail");
        if (reply.Usual(reason) is { } usual)
        {
            return usual;
        }

        return said?.Flag("status") switch
        {
            true => GatewayAnswer.Accepted(said.Value.Text("id")),
            false => Judge(reason ?? ""),
            _ => reply.IsSuccess ? GatewayAnswer.Unsure(GatewayCodes.Unreadable, reply.Body) : GatewayAnswer.Refused(GatewayCodes.Refused, reply.Body),
        };
    }

    private static GatewayAnswer Judge(string reason)
    {
        bool Says(string words) => reason.Contains(words, StringComparison.OrdinalIgnoreCase);
        return Says("token invalid") ? GatewayAnswer.Banned(GatewayCodes.BadCredentials, reason)
            : Says("insufficient quota") ? GatewayAnswer.Banned(GatewayCodes.QuotaEmpty, reason)
            : Says("banned") || Says("blocked") ? GatewayAnswer.Banned(GatewayCodes.Banned, reason)
            : Says("disconnect") ? GatewayAnswer.Down(GatewayCodes.Disconnected, reason)
            : Says("target invalid") ? GatewayAnswer.Refused(GatewayCodes.BadAddress, reason)
            : Says("invalid") || Says("file") ? GatewayAnswer.Refused(GatewayCodes.Refused, reason)
            : GatewayAnswer.Later(GatewayCodes.Refused, reason);
    }
}
