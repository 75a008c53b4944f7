using System.ComponentModel;
using System.Globalization;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Subscriptions;
using IspPortal.Core.Subscriptions.Sales;
using IspPortal.Web.Documents;
using IspPortal.Web.Shared.Api;
using Microsoft.AspNetCore.Mvc;

namespace IspPortal.Web.Features.Subscriptions.Api;

/// <summary>/api/v1/subscriptions</summary>
internal static class SubscriptionEndpoints
{
    private static readonly string[] Sorts = ["number", "username", "starts", "ends", "updated"];
    private static readonly string[] NoSorts = [];

    public static void MapSubscriptions(this IEndpointRouteBuilder api)
    {
        var subscriptions = api.MapGroup("/subscriptions").WithTags("Subscriptions");

        subscriptions.MapGet("/", ListAsync).WithName("listSubscriptions").Needs(SubscriptionsPermissions.SubscriptionsRead)
            .WithSummary("List subscriptions, the newest first")
            .WithDescription("Search finds parts of number, user name, fixed address and MAC address, and all by which customers are found. Sorts: number, username, starts, ends, updated. Amounts are whole units of currency, without tax.")
            .AnswersPage<SubscriptionResource>();

        subscriptions.MapGet("/{id}", GetAsync).WithName("getSubscription").Needs(SubscriptionsPermissions.SubscriptionsRead)
            .WithSummary("Read one subscription with its terms, pauses, dated changes and what its router was told")
            .Produces<SubscriptionDetailsResource>().Fails(StatusCodes.Status404NotFound);

        subscriptions.MapGet("/{id}/history", HistoryAsync).WithName("listSubscriptionHistory").Needs(SubscriptionsPermissions.SubscriptionsRead)
            .WithSummary("List what happened to a subscription, the newest first")
            .AnswersPage<SubscriptionHistoryRow>();

        subscriptions.MapPost("/", SellAsync).WithName("sellSubscription").Needs(SubscriptionsPermissions.SubscriptionsWrite).NeedsIdempotencyKey()
            .WithSummary("Sell a plan to a billing account")
            .WithDescription("priceId is the price that was looked at: 409 plans.price_changed when another is in force on the first day. A generated password is given back this once.")
            .Produces<SoldSubscription>(StatusCodes.Status201Created).Fails(StatusCodes.Status404NotFound);
        subscriptions.MapGet("/{id}/installation-order", OrderAsync).WithName("printInstallationOrder").Needs(SubscriptionsPermissions.SubscriptionsRead)
            .WithSummary("Print the installation order")
            .WithDescription("PDF in the language of language (id or en; default: the caller's); the page itself where no browser prints. It carries no password.")
            .Produces<byte[]>(contentType: "application/pdf").Fails(StatusCodes.Status404NotFound, StatusCodes.Status422UnprocessableEntity);
        subscriptions.MapBulkChanges();
        subscriptions.MapSubscriptionActions();
        subscriptions.MapQuotas();
    }

    internal static async Task<IResult> GetAsync(Guid id, ISubscriptionDirectory directory, CancellationToken cancellationToken) =>
        ApiResults.Ok(await directory.GetAsync(id, cancellationToken), SubscriptionDetailsResource.Of);

    private static async Task<IResult> ListAsync(
        [AsParameters] ListParameters list,
        [FromQuery, Description("Only subscriptions of this status.")] EnumWord<SubscriptionStatus>? status,
        [FromQuery, Description("Only those on this plan.")] Guid? planId,
        [FromQuery, Description("Only those that this router serves.")] Guid? routerId,
        [FromQuery, Description("Only those of this customer.")] Guid? customerId,
        [FromQuery, Description("Only those of this billing account.")] Guid? billingAccountId,
        [FromQuery, Description("Only those that end within so many days.")] int? endsWithinDays,
        [FromQuery, Description("True: only those whose router was not told, or could not be.")] bool? unsettled,
        [FromQuery, Description("True: only trials.")] bool? trials,
        ISubscriptionDirectory directory,
        CancellationToken cancellationToken)
    {
        var page = list.Read(Sorts);
        var wanted = status.Read("status");
        if (!page.Succeeded || !wanted.Succeeded)
        {
            return ApiResults.Problem(page.Error ?? wanted.Error!);
        }

        var filter = new SubscriptionFilter(wanted.Value, planId, routerId, customerId) { BillingAccountId = billingAccountId, EndsWithinDays = endsWithinDays, Unsettled = unsettled == true, Trials = trials == true };
        return ApiResults.Page(await directory.ListAsync(filter, page.Value, cancellationToken), SubscriptionResource.Of);
    }

    private static async Task<IResult> HistoryAsync(Guid id, [AsParameters] ListParameters list, ISubscriptionDirectory directory, CancellationToken cancellationToken)
    {
        var page = list.Read(NoSorts);
        return page.Succeeded ? ApiResults.Page(await directory.ListHistoryAsync(id, page.Value, cancellationToken), static row => row) : ApiResults.Problem(page.Error);
    }

    private static async Task<IResult> OrderAsync(
        Guid id, [FromQuery, Description("id or en.")] string? language, HttpContext http, IInstallationOrders orders, DocumentDownload download, CancellationToken cancellationToken)
    {
        if (language is not (null or "id" or "en"))
        {
            return ApiResults.Problem(ApiErrors.UnknownValue("language", ["id", "en"]));
        }

        var order = await orders.MakeAsync(id, cancellationToken);
        return order.Succeeded ? await download.AnswerAsync(http, order.Value, language ?? CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, cancellationToken) : ApiResults.Problem(order.Error);
    }

    private static async Task<IResult> SellAsync(SellSubscriptionBody body, ISubscriptionSales sales, TimeProvider clock, CancellationToken cancellationToken)
    {
        var sold = await sales.SellAsync(body.Id ?? Ids.New(clock), body.ToRequest(), cancellationToken);
        return sold.Succeeded ? TypedResults.Created($"/api/v1/subscriptions/{sold.Value.Id}", sold.Value) : ApiResults.Problem(sold.Error);
    }
}
