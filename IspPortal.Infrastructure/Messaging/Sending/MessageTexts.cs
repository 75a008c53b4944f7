using System.Globalization;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Messaging;
using IspPortal.Core.Messaging.Templates;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Messaging.Sending;

/// <summary>Finds the texts of an event: the portal's own, else those that it comes with.</summary>
internal static class MessageTexts
{
    /// <summary>The text that the event comes with; the key itself where it has none, so that nobody gets an empty message.</summary>
    public static (string? Subject, string Body) DefaultOf(MessageEventDefinition definition, MessageChannel channel, string language)
    {
        var culture = CultureInfo.GetCultureInfo(language);
        var body = definition.Texts.GetString($"{definition.Key}.Body", culture) ?? definition.Key;
        return channel switch
        {
            MessageChannel.Email => (definition.Texts.GetString($"{definition.Key}.Subject", culture) ?? definition.Key, body),
            MessageChannel.Sms => (null, definition.Texts.GetString($"{definition.Key}.Short", culture) ?? body),
            _ => (null, body),
        };
    }

    /// <summary>The text in force. One of the portal's own that no longer parses, e.g. after a field was renamed, gives way to the one that the event comes with.</summary>
    public static async Task<ReadyText> FindAsync(PortalDbContext context, MessageEventDefinition definition, MessageChannel channel, string language, CancellationToken cancellationToken)
    {
        var own = await context.Set<MessageTemplate>().AsNoTracking()
            .SingleOrDefaultAsync(template => template.Event == definition.Key && template.Channel == channel && template.Language == language, cancellationToken);
        var (subject, body) = DefaultOf(definition, channel, language);
        var ready = own?.Body is { } changed ? Parse(definition, channel, own.Subject ?? subject, changed) : null;
        ready ??= Parse(definition, channel, subject, body) ?? throw new InvalidOperationException($"The text of {definition.Key} does not parse.");
        return ready with { Cloud = own?.CloudName is { Length: > 0 } name ? (name, own.CloudLanguage ?? language, FieldsOf(own.CloudFields)) : null };
    }

    public static IReadOnlyList<string> FieldsOf(string? list) => (list ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static ReadyText? Parse(MessageEventDefinition definition, MessageChannel channel, string? subject, string body)
    {
        var wrong = new List<FieldError>();
        var fields = definition.Fields.Select(field => field.Name).ToHashSet(StringComparer.Ordinal);
        var head = channel == MessageChannel.Email ? TemplateText.Parse(subject ?? "", fields, "subject", wrong) : null;
        var text = TemplateText.Parse(body, fields, "body", wrong);
        return wrong.Count == 0 && text is not null ? new ReadyText(head, text, null) : null;
    }
}
