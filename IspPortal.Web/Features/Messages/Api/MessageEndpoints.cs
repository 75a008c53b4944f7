using System.ComponentModel;
using IspPortal.Core.Messaging;
using IspPortal.Core.Messaging.Log;
using IspPortal.Web.Shared.Api;
using Microsoft.AspNetCore.Mvc;

namespace IspPortal.Web.Features.Messages.Api;

/// <summary>/api/v1/messages: what was sent to whom, and what waits.</summary>
internal static class MessageEndpoints
{
    private static readonly string[] NoSorts = [];

    public static void MapMessages(this IEndpointRouteBuilder api)
    {
        var messages = api.MapGroup("/messages").WithTags("Messages");

        messages.MapGet("/", ListAsync).WithName("listMessages").Needs(MessagingPermissions.MessagesRead)
            .WithSummary("List messages, the newest first")
            .WithDescription("The search looks at the beginning of addresses, and at names.")
            .AnswersPage<MessageRow>();

        messages.MapGet("/{id}", GetAsync).WithName("getMessage").Needs(MessagingPermissions.MessagesRead)
            .WithSummary("Read one message with its text")
            .WithDescription("The text as it was sent, or of one that waits as it would go now; null of one that carries a key.")
            .Produces<MessageDetails>().Fails(StatusCodes.Status404NotFound);

        messages.MapPost("/{id}/resend", ResendAsync).WithName("resendMessage").Needs(MessagingPermissions.MessagesWrite)
            .WithSummary("Send a message again that failed, was dropped or is uncertain")
            .WithDescription("Of an uncertain one the receiver may get a second copy.")
            .Produces<MessageDetails>().Fails(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict);

        messages.MapPost("/{id}/drop", DropAsync).WithName("dropMessage").Needs(MessagingPermissions.MessagesWrite)
            .WithSummary("Take a message out that waits")
            .Produces<MessageDetails>().Fails(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict);
    }

    private static async Task<IResult> ListAsync(
        [AsParameters] ListParameters list,
        [FromQuery, Description("Only in this state.")] EnumWord<MessageState>? state,
        [FromQuery, Description("Only by this channel.")] EnumWord<MessageChannel>? channel,
        [FromQuery, Description("Only of this priority.")] EnumWord<MessagePriority>? priority,
        [FromQuery, Description("Only of this event, e.g. alert.opened.")] string? @event,
        [FromQuery, Description("Only to this customer.")] Guid? customerId,
        [FromQuery, Description("Only by this sender.")] Guid? senderId,
        IMessageLog log,
        CancellationToken cancellationToken)
    {
        var (page, wanted, by, rank) = (list.Read(NoSorts), state.Read("state"), channel.Read("channel"), priority.Read("priority"));
        return (page.Error ?? wanted.Error ?? by.Error ?? rank.Error) is { } wrong
            ? ApiResults.Problem(wrong)
            : ApiResults.Page(await log.ListAsync(new MessageFilter(wanted.Value, by.Value, rank.Value, @event, customerId, senderId), page.Value, cancellationToken), static row => row);
    }

    private static async Task<IResult> GetAsync(Guid id, IMessageLog log, CancellationToken cancellationToken) => ApiResults.Ok(await log.GetAsync(id, cancellationToken), static message => message);

    private static async Task<IResult> ResendAsync(Guid id, IMessageLog log, CancellationToken cancellationToken)
    {
        var done = await log.ResendAsync(id, cancellationToken);
        return done.Succeeded ? await GetAsync(id, log, cancellationToken) : ApiResults.Problem(done.Error!);
    }

    private static async Task<IResult> DropAsync(Guid id, IMessageLog log, CancellationToken cancellationToken)
    {
        var done = await log.DropAsync(id, cancellationToken);
        return done.Succeeded ? await GetAsync(id, log, cancellationToken) : ApiResults.Problem(done.Error!);
    }
}
