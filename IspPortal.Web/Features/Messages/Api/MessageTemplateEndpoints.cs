using System.ComponentModel;
using IspPortal.Core.Messaging;
using IspPortal.Core.Messaging.Templates;
using IspPortal.Web.Shared.Api;
using Microsoft.AspNetCore.Mvc;

namespace IspPortal.Web.Features.Messages.Api;

/// <summary>/api/v1/message-templates: what messages say, by event, channel and language.</summary>
internal static class MessageTemplateEndpoints
{
    private static readonly string[] NoSorts = [];

    public static void MapMessageTemplates(this IEndpointRouteBuilder api)
    {
        var templates = api.MapGroup("/message-templates").WithTags("Messages");

        templates.MapGet("/", ListAsync).WithName("listMessageTemplates").Needs(MessagingPermissions.MessagesRead)
            .WithSummary("List the events that people are told about, and where their texts were changed")
            .AnswersPage<MessageTemplateRow>();

        templates.MapGet("/{event}/{channel}/{language}", GetAsync).WithName("getMessageTemplate").Needs(MessagingPermissions.MessagesRead)
            .WithSummary("Read one text")
            .Produces<MessageTemplateDetails>().Fails(StatusCodes.Status404NotFound, StatusCodes.Status422UnprocessableEntity);

        templates.MapPut("/{event}/{channel}/{language}", SaveAsync).WithName("saveMessageTemplate").Needs(MessagingPermissions.TemplatesWrite)
            .WithSummary("Change one text")
            .WithDescription("Fields stand in braces; one that the event does not have is refused. What waits already goes out with the new text.")
            .Produces<MessageTemplateDetails>()
            .Fails(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);

        templates.MapPost("/{event}/{channel}/{language}/preview", PreviewAsync).WithName("previewMessageTemplate").Needs(MessagingPermissions.MessagesRead)
            .WithSummary("See a text filled with samples; keeps nothing")
            .Produces<TemplatePreview>().Fails(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status422UnprocessableEntity);

        templates.MapDelete("/{event}/{channel}/{language}", ResetAsync).WithName("resetMessageTemplate").Needs(MessagingPermissions.TemplatesWrite)
            .WithSummary("Go back to the text that the event comes with")
            .Produces(StatusCodes.Status204NoContent).Fails(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> ListAsync([AsParameters] ListParameters list, IMessageTemplates templates, CancellationToken cancellationToken)
    {
        var page = list.Read(NoSorts);
        if (!page.Succeeded)
        {
            return ApiResults.Problem(page.Error);
        }

        var all = await templates.ListAsync(cancellationToken);
        return all.Succeeded ? TypedResults.Ok(ApiPage.Cut(all.Value, page.Value, static row => row.Event, static row => row)) : ApiResults.Problem(all.Error);
    }

    private static async Task<IResult> GetAsync(string @event, EnumWord<MessageChannel> channel, string language, IMessageTemplates templates, CancellationToken cancellationToken)
    {
        var by = channel.Read("channel");
        return by.Succeeded ? ApiResults.Ok(await templates.GetAsync(@event, by.Value ?? default, language, cancellationToken), static template => template) : ApiResults.Problem(by.Error);
    }

    private static async Task<IResult> SaveAsync(string @event, EnumWord<MessageChannel> channel, string language, SaveTemplateBody body, IMessageTemplates templates, CancellationToken cancellationToken)
    {
        if (body.Version is not { } version)
        {
            return ApiResults.Problem(ApiErrors.Field("version", "common.required"));
        }

        var by = channel.Read("channel");
        if (!by.Succeeded)
        {
            return ApiResults.Problem(by.Error);
        }

        var saved = await templates.SaveAsync(@event, by.Value ?? default, language, version, RequestOf(body), cancellationToken);
        return saved.Succeeded ? await GetAsync(@event, channel, language, templates, cancellationToken) : ApiResults.Problem(saved.Error);
    }

    private static async Task<IResult> PreviewAsync(string @event, EnumWord<MessageChannel> channel, string language, SaveTemplateBody body, IMessageTemplates templates, CancellationToken cancellationToken)
    {
        var by = channel.Read("channel");
        return by.Succeeded ? ApiResults.Ok(await templates.PreviewAsync(@event, by.Value ?? default, language, RequestOf(body), cancellationToken), static preview => preview) : ApiResults.Problem(by.Error);
    }

    private static async Task<IResult> ResetAsync(
        string @event, EnumWord<MessageChannel> channel, string language, [FromQuery, Description("As it was read.")] long? version, IMessageTemplates templates, CancellationToken cancellationToken)
    {
        if (version is not { } seen)
        {
            return ApiResults.Problem(ApiErrors.Field("version", "common.required"));
        }

        var by = channel.Read("channel");
        return by.Succeeded ? ApiResults.NoContent(await templates.ResetAsync(@event, by.Value ?? default, language, seen, cancellationToken)) : ApiResults.Problem(by.Error);
    }

    private static SaveTemplateRequest RequestOf(SaveTemplateBody body) => new(body.Subject, body.Body ?? "", body.CloudName, body.CloudLanguage, body.CloudFields);
}
