using System.Net;
using System.Text.Json;

namespace IspPortal.Infrastructure.Messaging.Gateways;

/// <summary>What came back over HTTP, or why nothing did.</summary>
internal sealed record GatewayReply(HttpStatusCode Status, string Body, TimeSpan? RetryAfter, GatewayAnswer? Failure = null)
{
    public bool IsSuccess => (int)Status is >= 200 and < 300;

    /// <summary>The body as JSON, or null when it is none.</summary>
    public JsonElement? Json()
    {
        try
        {
            using var document = JsonDocument.Parse(Body);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>What every provider means by these: too fast, broken, wrong key. Null: look closer.</summary>
    public GatewayAnswer? Usual(string? words = null) => Failure ?? (int)Status switch
    {
        429 => GatewayAnswer.Down(GatewayCodes.TooFast, words ?? Body, RetryAfter ?? TimeSpan.FromSeconds(30)),
        401 or 403 => GatewayAnswer.Banned(GatewayCodes.BadCredentials, words ?? Body),
        408 or >= 500 => GatewayAnswer.Down(GatewayCodes.ProviderFailed, words ?? $"HTTP {(int)Status} {Body}", RetryAfter),
        _ => null,
    };
}
