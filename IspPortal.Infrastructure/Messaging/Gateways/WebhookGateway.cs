using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Messaging;

namespace IspPortal.Infrastructure.Messaging.Gateways;

/// <summary>
/// A signed call to anything: <c>X-IspPortal-Signature: t=…,v1=hex(HMAC-SHA256(secret, t.body))</c>. The id of the message goes along as <c>Idempotency-Key</c>: what is uncertain is sent again, and the
/// receiver knows it.
/// </summary>
internal sealed class WebhookGateway(GatewayHttp http, TimeProvider clock) : IMessageGateway
{
    public MessageSenderType Type => MessageSenderType.Webhook;

    public bool KnowsRepeats => true;

    public async Task<GatewayAnswer> SendAsync(MessageSender sender, OutgoingMessage message, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(sender.Server, UriKind.Absolute, out var address))
        {
            return GatewayAnswer.Banned(GatewayCodes.BadCredentials, null);
        }

        var body = JsonSerializer.SerializeToUtf8Bytes(new { id = message.Id, @event = message.Event, text = message.Text, values = message.Values }, GatewayHttp.Json);
        var at = clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var headers = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Idempotency-Key"] = message.Id.ToString(),
            ["X-IspPortal-Event"] = message.Event,
            ["X-IspPortal-Signature"] = $"t={at},v1={Sign(sender.SigningSecret ?? "", at, body)}",
        };
        var reply = await http.PostAsync(address, body, "application/json; charset=utf-8", headers, cancellationToken);
        return reply.Failure ?? (int)reply.Status switch
        {
            >= 200 and < 300 => GatewayAnswer.Accepted(null),
            410 => GatewayAnswer.Banned(GatewayCodes.BadCredentials, reply.Body),
            _ => reply.Usual() ?? GatewayAnswer.Refused(GatewayCodes.Refused, $"HTTP {(int)reply.Status} {reply.Body}"),
        };
    }

    public static string Sign(string secret, string at, ReadOnlySpan<byte> body) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), (byte[])[.. Encoding.ASCII.GetBytes(at + "."), .. body]));
}
