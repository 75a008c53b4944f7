using System.ComponentModel;
using IspPortal.Core.Billing.Receipts;
using IspPortal.Core.Common.Money;
using IspPortal.Core.Common.Time;
using IspPortal.Web.Features.Billing.Parts;
using IspPortal.Web.Shared.Api;
using Microsoft.AspNetCore.Mvc;

namespace IspPortal.Web.Features.Billing.Api;

/// <summary>/api/v1/refunds.</summary>
internal static class RefundEndpoints
{
    private static readonly string[] NoSorts = [];

    public static void MapRefunds(this IEndpointRouteBuilder api)
    {
        var refunds = api.MapGroup("/refunds").WithTags("Receipts");

        refunds.MapGet("/", ListAsync).WithName("listRefunds").Needs(ReceiptPermissions.ReceiptsRead)
            .WithSummary("List refunds, the latest first")
            .WithDescription("Search finds the beginning of a number or of the payee's name.")
            .AnswersPage<RefundResource>();

        refunds.MapGet("/{id}", async (Guid id, IRefunds directory, CancellationToken token) => ApiResults.Ok(await directory.GetAsync(id, token), RefundResource.Of))
            .WithName("getRefund").Needs(ReceiptPermissions.ReceiptsRead)
            .WithSummary("Read a refund")
            .Produces<RefundResource>().Fails(StatusCodes.Status404NotFound);

        refunds.MapPost("/", PayAsync).WithName("payRefund").Needs(ReceiptPermissions.ReceiptsRefund).NeedsIdempotencyKey()
            .WithSummary("Pay credit of a billing account back, in cash or by bank; never more than there is")
            .Produces<RefundResource>(StatusCodes.Status201Created).Fails(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> ListAsync(
        [AsParameters] ListParameters list,
        [FromQuery, Description("Only refunds of this billing account.")] Guid? billingAccountId,
        [FromQuery, Description("Only refunds paid on that day or later.")] DateOnly? from,
        [FromQuery, Description("Only refunds paid on that day or earlier.")] DateOnly? to,
        IRefunds directory,
        CancellationToken cancellationToken)
    {
        var page = list.Read(NoSorts);
        return page.Succeeded ? ApiResults.Page(await directory.ListAsync(new RefundFilter(billingAccountId, from, to), page.Value, cancellationToken), RefundResource.Of) : ApiResults.Problem(page.Error);
    }

    private static async Task<IResult> PayAsync(RefundBody body, IRefunds refunds, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (body.BillingAccountId is not { } account || body.Amount is not { } amount)
        {
            return ApiResults.Problem(ApiErrors.Field(body.BillingAccountId is null ? "billingAccountId" : "amount", "common.required"));
        }

        if (BillingWords.EnumOf<PaymentMethod>(body.Method) is not { } method)
        {
            return ApiResults.Problem(ApiErrors.UnknownValue("method", ["cash", "bankTransfer"]));
        }

        var paid = await refunds.PayAsync(new RefundRequest(body.Key ?? Ids.New(clock).ToString("N"), account, Money.Idr(amount), method, body.Place ?? "", body.Reason ?? "", body.Reference), cancellationToken);
        return paid.Succeeded ? TypedResults.Created($"/api/v1/refunds/{paid.Value.Id}", RefundResource.Of(paid.Value)) : ApiResults.Problem(paid.Error);
    }
}
