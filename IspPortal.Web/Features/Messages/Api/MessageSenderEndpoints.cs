using System.ComponentModel;
using IspPortal.Core.Messaging;
using IspPortal.Core.Messaging.Senders;
using IspPortal.Web.Shared.Api;
using Microsoft.AspNetCore.Mvc;

namespace IspPortal.Web.Features.Messages.Api;

/// <summary>/api/v1/message-senders: the accounts that messages go out by, without their keys.</summary>
internal static class MessageSenderEndpoints
{
    private static readonly string[] NoSorts = [];

    public static void MapMessageSenders(this IEndpointRouteBuilder api)
    {
        var senders = api.MapGroup("/message-senders").WithTags("Messages");

        senders.MapGet("/", ListAsync).WithName("listMessageSenders").Needs(MessagingPermissions.MessagesRead)
            .WithSummary("List the senders of messages, by channel and name")
            .AnswersPage<MessageSenderRow>();

        senders.MapGet("/forecast", ForecastAsync).WithName("forecastMessages").Needs(MessagingPermissions.MessagesRead)
            .WithSummary("When a number of messages would be out")
            .WithDescription("Behind what waits already, with pace, caps, warm-up and quiet hours of the senders.")
            .Produces<SendingOutlook>().Fails(StatusCodes.Status400BadRequest, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> ListAsync([AsParameters] ListParameters list, IMessageSenders senders, CancellationToken cancellationToken)
    {
        var page = list.Read(NoSorts);
        if (!page.Succeeded)
        {
            return ApiResults.Problem(page.Error);
        }

        var all = await senders.ListAsync(cancellationToken);
        return all.Succeeded ? TypedResults.Ok(ApiPage.Cut(all.Value, page.Value, static row => row.Name, static row => row)) : ApiResults.Problem(all.Error);
    }

    private static async Task<IResult> ForecastAsync(
        [FromQuery, Description("By which channel.")] EnumWord<MessageChannel>? channel,
        [FromQuery, Description("Of which priority; reminder unless said.")] EnumWord<MessagePriority>? priority,
        [FromQuery, Description("How many.")] int? count,
        IMessageForecast forecast,
        CancellationToken cancellationToken)
    {
        var (by, rank) = (channel.Read("channel"), priority.Read("priority"));
        return (by.Error ?? rank.Error) is { } wrong ? ApiResults.Problem(wrong)
            : by.Value is not { } wanted || count is not { } many ? ApiResults.Problem(ApiErrors.Field(by.Value is null ? "channel" : "count", "common.required"))
            : ApiResults.Ok(await forecast.ForecastAsync(wanted, rank.Value ?? MessagePriority.Reminder, many, cancellationToken), static outlook => outlook);
    }
}
