using IspPortal.Core.Common;
using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Messaging.Senders;

/// <summary>What a sender of each kind must have.</summary>
internal static class SenderRules
{
    public const int ImplicitTlsPort = 465;

    private const int ShortestWord = 16;
    private const int LongestText = 200;
    private const int LongestSecret = 2000;
    private const int MostPerHour = 360_000;
    private const int MostADay = 10_000_000;

    public static MessageChannel ChannelOf(MessageSenderType type) => type switch
    {
        MessageSenderType.Smtp => MessageChannel.Email,
        MessageSenderType.TelegramBot => MessageChannel.Telegram,
        MessageSenderType.Fonnte or MessageSenderType.Wablas or MessageSenderType.WhatsAppCloud => MessageChannel.WhatsApp,
        MessageSenderType.Zenziva => MessageChannel.Sms,
        MessageSenderType.Slack or MessageSenderType.Discord or MessageSenderType.Teams => MessageChannel.Chat,
        _ => MessageChannel.Webhook,
    };

    /// <summary>What is wrong with a sender, or null. A secret that is null is kept as it is: then <paramref name="kept"/> says which there are.</summary>
    public static Error? Judge(SaveSenderRequest request, (bool Secret, bool Signing, bool Callback) kept)
    {
        List<FieldError> wrong = [.. PlainText.Judge(request)];
        Text(request.Name, "name", Message.LongestKey, required: true, wrong);
        Text(request.Server, "server", LongestText, request.Type is MessageSenderType.Smtp or MessageSenderType.Wablas or MessageSenderType.Webhook, wrong);
        Text(request.From, "from", LongestText, request.Type == MessageSenderType.Smtp, wrong);
        Text(request.Account, "account", LongestText, request.Type is MessageSenderType.WhatsAppCloud or MessageSenderType.Zenziva, wrong);
        var needsSecret = request.Type is not (MessageSenderType.Smtp or MessageSenderType.Webhook) || (request.Type == MessageSenderType.Smtp && !string.IsNullOrWhiteSpace(request.Account));
        Text(request.Secret, "secret", LongestSecret, needsSecret && !kept.Secret, wrong);
        Text(request.SigningSecret, "signingSecret", LongestSecret, request.Type == MessageSenderType.Webhook && !kept.Signing, wrong);
        Text(request.CallbackSecret, "callbackSecret", LongestText, required: false, wrong);
        Range(request.PerHour, "perHour", 1, MostPerHour, wrong);
        Range(request.DailyCap, "dailyCap", 1, MostADay, wrong);
        Range(request.WarmUpFrom, "warmUpFrom", 1, MostADay, wrong);
        Range(request.WarmUpPercent, "warmUpPercent", 1, 400, wrong);
        if (!Enum.IsDefined(request.Type))
        {
            wrong.Add(new FieldError("type", "common.not_allowed"));
        }

        if (wrong.Count == 0)
        {
            Details(request, wrong);
        }

        return wrong.Count > 0 ? CommonErrors.Invalid(wrong) : null;
    }

    private static void Details(SaveSenderRequest request, List<FieldError> wrong)
    {
        if (request.Type == MessageSenderType.Smtp)
        {
            Mail(request, wrong);
        }
        else if (!string.IsNullOrWhiteSpace(request.Server) && !IsWebAddress(request.Server))
        {
            wrong.Add(new FieldError("server", "messages.not_a_web_address"));
        }

        if (request.Type is MessageSenderType.Slack or MessageSenderType.Discord or MessageSenderType.Teams && request.Secret is { Length: > 0 } room && !IsWebAddress(room))
        {
            wrong.Add(new FieldError("secret", "messages.not_a_web_address"));
        }

        // These stand in an address or a header.
        if (request.Type is not (MessageSenderType.Smtp or MessageSenderType.Webhook) && request.Secret?.Trim().Any(c => c is <= ' ' or > '~') == true)
        {
            wrong.Add(new FieldError("secret", "messages.not_a_token"));
        }

        if (request.Type == MessageSenderType.TelegramBot && request.Secret?.Trim().All(c => char.IsAsciiLetterOrDigit(c) || c is ':' or '-' or '_') == false)
        {
            wrong.Add(new FieldError("secret", "messages.not_a_token"));
        }

        if (request.Type == MessageSenderType.Webhook && request.SigningSecret?.Length < ShortestWord)
        {
            wrong.Add(new FieldError("signingSecret", "common.too_short", ShortestWord));
        }

        if (request.CallbackSecret is { Length: > 0 } word && (word.Length < ShortestWord || !word.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')))
        {
            wrong.Add(new FieldError("callbackSecret", "messages.not_a_word", ShortestWord));
        }
    }

    private static void Mail(SaveSenderRequest request, List<FieldError> wrong)
    {
        if (request.Port == ImplicitTlsPort)
        {
            wrong.Add(new FieldError("port", "messages.implicit_tls"));
        }

        Range(request.Port, "port", 1, 65535, wrong);
        if (Uri.CheckHostName(request.Server!.Trim()) == UriHostNameType.Unknown)
        {
            wrong.Add(new FieldError("server", "messages.not_a_host"));
        }

        if (!MessageFields.IsEmail(request.From!.Trim()))
        {
            wrong.Add(new FieldError("from", "common.not_an_email"));
        }
    }

    /// <summary>Encrypted, or on this very machine.</summary>
    private static bool IsWebAddress(string text) =>
        Uri.TryCreate(text.Trim(), UriKind.Absolute, out var uri) && uri is { UserInfo: "", Fragment: "", Host.Length: > 0 } && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback));

    private static void Text(string? text, string field, int longest, bool required, List<FieldError> wrong)
    {
        if (string.IsNullOrWhiteSpace(text) ? required : text.Length > longest)
        {
            wrong.Add(string.IsNullOrWhiteSpace(text) ? new FieldError(field, "common.required") : new FieldError(field, "common.too_long", longest));
        }
    }

    private static void Range(int? value, string field, int least, int most, List<FieldError> wrong)
    {
        if (value < least || value > most)
        {
            wrong.Add(new FieldError(field, "common.out_of_range", least, most));
        }
    }
}
