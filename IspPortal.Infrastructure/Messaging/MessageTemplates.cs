using IspPortal.Core.Common;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Identity;
using IspPortal.Core.Messaging;
using IspPortal.Core.Messaging.Templates;
using IspPortal.Infrastructure.Messaging.Sending;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Messaging;

/// <inheritdoc cref="IMessageTemplates" />
internal sealed class MessageTemplates(IDbContextFactory<PortalDbContext> contexts, MessageEvents events, ICurrentActor actor, TimeProvider clock) : IMessageTemplates
{
    private const int LongestCloudName = 200;
    private const int LongestCloudLanguage = 20;

    public async Task<Result<IReadOnlyList<MessageTemplateRow>>> ListAsync(CancellationToken cancellationToken)
    {
        if (actor.Deny(MessagingPermissions.MessagesRead) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var changed = await context.Set<MessageTemplate>().AsNoTracking().Select(row => new { row.Event, row.Channel, row.Language }).ToListAsync(cancellationToken);
        var byEvent = changed.ToLookup(row => row.Event, row => new MessageTemplateKey(row.Channel, row.Language), StringComparer.Ordinal);
        return Result.Of<IReadOnlyList<MessageTemplateRow>>([.. events.All.Select(definition => new MessageTemplateRow(definition.Key, definition.Priority, definition.IsMarketing, [.. byEvent[definition.Key]]))]);
    }

    public async Task<Result<MessageTemplateDetails>> GetAsync(string eventKey, MessageChannel channel, string language, CancellationToken cancellationToken)
    {
        if ((actor.Deny(MessagingPermissions.MessagesRead) ?? PlainText.Refuse(eventKey, "event")) is { } denied)
        {
            return denied;
        }

        if (events.Find(eventKey) is not { } definition || LanguageOf(language) is not { } tongue)
        {
            return MessagingErrors.UnknownEvent(eventKey);
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var own = await Find(context, eventKey, channel, tongue).AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        var (subject, body) = MessageTexts.DefaultOf(definition, channel, tongue);
        return new MessageTemplateDetails(
            eventKey, channel, tongue, own?.Subject ?? subject, own?.Body ?? body, subject, body, own?.Body is not null, own?.CloudName, own?.CloudLanguage, MessageTexts.FieldsOf(own?.CloudFields),
            definition.Fields, own?.ChangedAtUtc, own?.ChangedBy, own?.Version ?? 0);
    }

    public Task<Result<TemplatePreview>> PreviewAsync(string eventKey, MessageChannel channel, string language, SaveTemplateRequest request, CancellationToken cancellationToken)
    {
        if (actor.Deny(MessagingPermissions.MessagesRead) is { } denied)
        {
            return Task.FromResult<Result<TemplatePreview>>(denied);
        }

        var judged = Judge(eventKey, channel, language, request);
        return Task.FromResult(judged.Succeeded ? Preview(judged.Value, channel) : (Result<TemplatePreview>)judged.Error);
    }

    public async Task<Result<long>> SaveAsync(string eventKey, MessageChannel channel, string language, long version, SaveTemplateRequest request, CancellationToken cancellationToken)
    {
        if (actor.Deny(MessagingPermissions.TemplatesWrite) is { } denied)
        {
            return denied;
        }

        var judged = Judge(eventKey, channel, language, request);
        if (!judged.Succeeded)
        {
            return judged.Error;
        }

        var (definition, tongue, _, _) = judged.Value;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var own = await Find(context, eventKey, channel, tongue).SingleOrDefaultAsync(cancellationToken);
        if ((own?.Version ?? 0) != version)
        {
            return CommonErrors.VersionConflict;
        }

        if (own is null)
        {
            own = new MessageTemplate { Id = Ids.New(clock), Event = eventKey, Channel = channel, Language = tongue, ChangedAtUtc = clock.UtcNow(), ChangedBy = context.Actor.Name };
            context.Add(own);
        }

        var (subject, body) = MessageTexts.DefaultOf(definition, channel, tongue);
        var (newSubject, newBody) = (channel == MessageChannel.Email ? request.Subject?.Trim() : null, request.Body.ReplaceLineEndings("\n").Trim());
        var isChanged = newBody != body.ReplaceLineEndings("\n").Trim() || newSubject != subject;
        (own.Subject, own.Body) = isChanged ? (newSubject, newBody) : (null, null);
        (own.CloudName, own.CloudLanguage, own.CloudFields) = channel == MessageChannel.WhatsApp && !string.IsNullOrWhiteSpace(request.CloudName)
            ? (request.CloudName.Trim(), string.IsNullOrWhiteSpace(request.CloudLanguage) ? tongue : request.CloudLanguage.Trim(), string.Join(',', request.CloudFields ?? [])) : (null, null, null);
        (own.ChangedAtUtc, own.ChangedBy) = (clock.UtcNow(), context.Actor.Name);
        var saved = await context.TrySaveAsync(CommonErrors.VersionConflict, cancellationToken);
        return saved.Succeeded ? own.Version : saved.Error!;
    }

    public async Task<Result> ResetAsync(string eventKey, MessageChannel channel, string language, long version, CancellationToken cancellationToken)
    {
        if ((actor.Deny(MessagingPermissions.TemplatesWrite) ?? PlainText.Refuse(eventKey, "event")) is { } denied)
        {
            return denied;
        }

        if (events.Find(eventKey) is null || LanguageOf(language) is not { } tongue)
        {
            return MessagingErrors.UnknownEvent(eventKey);
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var own = await Find(context, eventKey, channel, tongue).SingleOrDefaultAsync(cancellationToken);
        if (own is null)
        {
            return Result.Success;
        }

        if (own.Version != version)
        {
            return CommonErrors.VersionConflict;
        }

        context.Remove(own);
        return await context.TrySaveAsync(null, cancellationToken);
    }

    private static string? LanguageOf(string language) => language is "en" or "id" ? language : null;

    private static IQueryable<MessageTemplate> Find(PortalDbContext context, string eventKey, MessageChannel channel, string language) =>
        context.Set<MessageTemplate>().Where(row => row.Event == eventKey && row.Channel == channel && row.Language == language);

    private static Result<TemplatePreview> Preview(Judged judged, MessageChannel channel)
    {
        var samples = new[] { judged.Definition.Fields.ToDictionary(field => field.Name, field => field.Sample, StringComparer.Ordinal) };
        var text = judged.Body.Fill(samples);
        return new TemplatePreview(judged.Subject?.Fill(samples), text, text.Length, channel == MessageChannel.Sms ? SmsLength.PartsOf(text) : null, judged.Body.CanCarryMany);
    }

    private Result<Judged> Judge(string eventKey, MessageChannel channel, string language, SaveTemplateRequest request)
    {
        List<FieldError> wrong = [.. PlainText.Judge(request)];
        if (!PlainText.IsPlain(eventKey))
        {
            wrong.Add(new FieldError("event", PlainText.Code));
        }

        if (wrong.Count > 0)
        {
            return CommonErrors.Invalid(wrong);
        }

        if (events.Find(eventKey) is not { } definition || LanguageOf(language) is not { } tongue || !Enum.IsDefined(channel))
        {
            return MessagingErrors.UnknownEvent(eventKey);
        }

        var fields = definition.Fields.Select(field => field.Name).ToHashSet(StringComparer.Ordinal);
        Bound(request.Body, "body", TemplateText.LongestBody, wrong);
        TemplateText? subject = null;
        if (channel == MessageChannel.Email)
        {
            Bound(request.Subject, "subject", TemplateText.LongestSubject, wrong);
            subject = TemplateText.Parse(request.Subject ?? "", fields, "subject", wrong);
        }

        var body = TemplateText.Parse(request.Body, fields, "body", wrong);
        if (request.CloudName?.Trim().Length > LongestCloudName)
        {
            wrong.Add(new FieldError("cloudName", "common.too_long", LongestCloudName));
        }

        if (request.CloudLanguage?.Trim().Length > LongestCloudLanguage)
        {
            wrong.Add(new FieldError("cloudLanguage", "common.too_long", LongestCloudLanguage));
        }

        wrong.AddRange((request.CloudFields ?? []).Where(field => !fields.Contains(field)).Select(field => new FieldError("cloudFields", "messages.unknown_field", field)));
        return wrong.Count > 0 ? CommonErrors.Invalid(wrong) : new Judged(definition, tongue, subject, body!);
    }

    private static void Bound(string? text, string field, int longest, List<FieldError> wrong)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > longest)
        {
            wrong.Add(string.IsNullOrWhiteSpace(text) ? new FieldError(field, "common.required") : new FieldError(field, "common.too_long", longest));
        }
    }

    private sealed record Judged(MessageEventDefinition Definition, string Language, TemplateText? Subject, TemplateText Body);
}
