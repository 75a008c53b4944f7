using IspPortal.Core.Common;
using IspPortal.Core.Common.People;
using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Messaging;

/// <summary>Judges orders and brings addresses to the form that is stored.</summary>
internal static class MessageFields
{
    private const int LongestEmail = 200;

    /// <summary>The address in its one form, or null when it is none of the channel.</summary>
    public static string? AddressOf(MessageChannel channel, string? address)
    {
        var trimmed = (address ?? "").Trim();
        if (trimmed.Length is 0 or > Message.LongestAddress || !PlainText.IsPlain(trimmed) || trimmed.AsSpan().ContainsAny('\r', '\n', '\t'))
        {
            return null;
        }

        return channel switch
        {
            MessageChannel.Email => IsEmail(trimmed) ? trimmed.ToLowerInvariant() : null,
            MessageChannel.WhatsApp or MessageChannel.Sms => PhoneNumber.ToE164(trimmed),
            MessageChannel.Telegram => IsChat(trimmed) ? trimmed : null,
            _ => trimmed,
        };
    }

    /// <summary>What is wrong with an order, or null.</summary>
    public static Error? Judge(MessageOrder order)
    {
        List<FieldError> wrong = [.. PlainText.Judge(order)];
        if (order.Kind.Trim().Length is 0 or > Message.LongestKey)
        {
            wrong.Add(order.Kind.Trim().Length == 0 ? new FieldError("kind", "common.required") : new FieldError("kind", "common.too_long", Message.LongestKey));
        }

        foreach (var (to, place) in order.To.Select((to, place) => (to, place)))
        {
            if (AddressOf(to.Channel, to.Address) is null)
            {
                wrong.Add(new FieldError($"to[{place}].address", "messages.not_an_address"));
            }
        }

        if (order.Values.Any(value => !PlainText.IsPlain(value.Value)))
        {
            wrong.Add(new FieldError("values", PlainText.Code));
        }

        return wrong.Count > 0 ? CommonErrors.Invalid(wrong) : null;
    }

    /// <summary>Whether it can stand in the head of a mail.</summary>
    public static bool IsEmail(string text) =>
        text.Length <= LongestEmail && text.IndexOf('@', StringComparison.Ordinal) is > 0 and var at && at == text.LastIndexOf('@') && at < text.Length - 1
        && text.All(c => c is > ' ' and <= '~' and not ('<' or '>' or '(' or ')' or ',' or ';' or '"' or '\\'));

    /// <summary>The number of a chat, of a group with a minus, or the name of a channel.</summary>
    private static bool IsChat(string text) =>
        text.StartsWith('@') ? text.Length > 1 && text.Skip(1).All(c => char.IsAsciiLetterOrDigit(c) || c == '_') : text.TrimStart('-') is { Length: > 0 and <= 20 } digits && digits.All(char.IsAsciiDigit);
}
