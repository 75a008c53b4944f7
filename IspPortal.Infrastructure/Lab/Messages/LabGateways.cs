using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using IspPortal.Core.Lab;

namespace IspPortal.Infrastructure.Lab.Messages;

/// <summary>The HTTP providers with the answers of their vendors' pages.</summary>
internal static class LabGateways
{
    private static readonly LabGateway[] All =
    [
        new()
        {
            Provider = LabProvider.Fonnte,
            Path = "/fonnte/send",
            Knows = call => call.Header("Authorization") == LabKeys.Token,
            Take = call => call.Field("target") is { Length: > 5 } to && call.Field("message") is { Length: > 0 } text ? (to, text) : null,
            Taken = number => new LabAnswer(200, new { detail = "success! message in queue", id = new[] { $"8036{number}" }, process = "pending", requestid = 2_937_000 + number, status = true }),

            // 200, and the key in another case.
            Failed = () => new LabAnswer(200, new { Status = false, reason = "target invalid" }),
            Banned = () => new LabAnswer(200, new { status = false, reason = "token invalid" }),
        },
        new()
        {
            Provider = LabProvider.Wablas,
            Path = "/wablas/api/v2/send-message",
            Knows = call => call.Header("Authorization") == $"{LabKeys.Token}.{LabKeys.Secret}",
            Take = call => call.Json() is { } body && body.TryGetProperty("data", out var list) && list.GetArrayLength() == 1 ? (list[0].GetProperty("phone").GetString()!, list[0].GetProperty("message").GetString()!) : null,
            Taken = number => new LabAnswer(200, new { status = true, message = "Message is pending", data = new { messages = new[] { new { id = $"wb-{number}", status = "pending" } } } }),
            Failed = () => new LabAnswer(200, new { status = false, message = "phone number is not registered" }),
            Banned = () => new LabAnswer(200, new { status = false, message = "token is invalid" }),
        },
        new()
        {
            Provider = LabProvider.WhatsAppCloud,
            Path = $"/cloud/{LabKeys.Account}/messages",
            Knows = call => call.Header("Authorization") == "Bearer " + LabKeys.Token,
            Take = TakeCloud,
            Taken = number => new LabAnswer(200, new { messaging_product = "whatsapp", contacts = new[] { new { wa_id = "62" } }, messages = new[] { new { id = $"wamid.lab{number}" } } }),
            Failed = () => new LabAnswer(400, new { error = new { message = "Message undeliverable", type = "OAuthException", code = 131026 } }),
            Banned = () => new LabAnswer(403, new { error = new { message = "Business Account locked", type = "OAuthException", code = 131031 } }),
            TooFast = _ => new LabAnswer(400, new { error = new { message = "Cloud API message throughput has been reached.", type = "OAuthException", code = 130429 } }),
        },
        new()
        {
            Provider = LabProvider.Telegram,
            Path = $"/telegram/bot{LabKeys.BotToken}/sendMessage",
            Knows = _ => true,
            Take = call => call.Json() is { } body ? (body.GetProperty("chat_id").ToString(), body.GetProperty("text").GetString()!) : null,
            Taken = number => new LabAnswer(200, new { ok = true, result = new { message_id = number } }),
            Failed = () => new LabAnswer(400, new { ok = false, error_code = 400, description = "Bad Request: chat not found" }),
            Banned = () => new LabAnswer(401, new { ok = false, error_code = 401, description = "Unauthorized" }),
            TooFast = seconds => new LabAnswer(429, new { ok = false, error_code = 429, description = $"Too Many Requests: retry after {seconds}", parameters = new { retry_after = seconds } }),
        },
        new()
        {
            Provider = LabProvider.Zenziva,
            Path = "/zenziva/reguler/api/sendsms/",
            Knows = call => call.Field("userkey") == LabKeys.Account && call.Field("passkey") == LabKeys.Token,
            Take = call => call.Field("to") is { Length: > 5 } to && call.Field("message") is { Length: > 0 } text ? (to, text) : null,
            Taken = number => new LabAnswer(200, new { messageId = number, to = "62", status = "1", text = "Success" }),
            Failed = () => new LabAnswer(200, new { messageId = 0, status = "5", text = "Invalid number" }),
            Banned = () => new LabAnswer(200, new { messageId = 0, status = "5", text = "Userkey / Passkey Salah" }),
        },
        Room(LabProvider.Slack, "/slack/services/lab", body => body.GetProperty("text").GetString()!, _ => new LabAnswer(200, "ok"), 400, 404),
        Room(LabProvider.Discord, "/discord/api/webhooks/lab", body => body.GetProperty("content").GetString()!, number => new LabAnswer(200, new { id = $"9{number}" }), 400, 404),
        Room(LabProvider.Teams, "/teams/workflows/lab", body => body.GetProperty("attachments")[0].GetProperty("content").GetProperty("body")[0].GetProperty("text").GetString()!, _ => new LabAnswer(202, ""), 400, 404),
        new()
        {
            Provider = LabProvider.Webhook,
            Path = "/hook",
            Knows = IsSigned,
            Take = call => call.Json() is { } body ? (body.GetProperty("event").GetString()!, body.GetProperty("text").GetString()!) : null,
            Taken = _ => new LabAnswer(202, ""),
            Failed = () => new LabAnswer(422, "no"),
            Banned = () => new LabAnswer(401, "signature"),
        },
    ];

    public static LabGateway? Find(string path) => Array.Find(All, gateway => path.StartsWith(gateway.Path, StringComparison.Ordinal))
        ?? (path.StartsWith("/telegram/bot", StringComparison.Ordinal) ? Stranger(All[3]) : null);

    /// <summary>The same for who has the wrong key in the path.</summary>
    private static LabGateway Stranger(LabGateway gateway) => new()
    {
        Provider = gateway.Provider, Path = gateway.Path, Knows = _ => false, Take = gateway.Take, Taken = gateway.Taken, Failed = gateway.Failed, Banned = gateway.Banned, TooFast = gateway.TooFast,
    };

    private static LabGateway Room(LabProvider provider, string path, Func<JsonElement, string> text, Func<int, LabAnswer> taken, int refused, int gone) => new()
    {
        Provider = provider,
        Path = path,
        Knows = _ => true,
        Take = call => call.Json() is { } body ? (path, text(body)) : null,
        Taken = taken,
        Failed = () => new LabAnswer(refused, "invalid_payload"),
        Banned = () => new LabAnswer(gone, "no_service"),
    };

    private static (string To, string Text)? TakeCloud(LabCall call)
    {
        if (call.Json() is not { } body)
        {
            return null;
        }

        var to = body.GetProperty("to").GetString()!;
        if (body.GetProperty("type").GetString() == "text")
        {
            return (to, body.GetProperty("text").GetProperty("body").GetString()!);
        }

        var template = body.GetProperty("template");
        var fills = template.GetProperty("components").EnumerateArray().SelectMany(part => part.GetProperty("parameters").EnumerateArray()).Select(fill => fill.GetProperty("text").GetString());
        return (to, $"[{template.GetProperty("name").GetString()}/{template.GetProperty("language").GetProperty("code").GetString()}] {string.Join(" | ", fills)}");
    }

    private static bool IsSigned(LabCall call)
    {
        var parts = call.Header("X-IspPortal-Signature").Split(',').Select(part => part.Split('=', 2)).Where(part => part.Length == 2).ToDictionary(part => part[0], part => part[1], StringComparer.Ordinal);
        var expected = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(LabKeys.Signing), Encoding.UTF8.GetBytes($"{parts.GetValueOrDefault("t")}.{call.Body}")));
        return parts.GetValueOrDefault("v1") == expected;
    }
}
