using System.ComponentModel;
using IspPortal.Core.Billing.Receipts;
using IspPortal.Core.Common.Money;
using IspPortal.Core.Common.Time;
using IspPortal.Web.Shared.Api;
using Microsoft.AspNetCore.Mvc;

namespace IspPortal.Web.Features.Billing.Api;

/// <summary>/api/v1/receipts.</summary>
internal static class ReceiptEndpoints
{
    private static readonly string[] NoSorts = [];

    public static void MapReceipts(this IEndpointRouteBuilder api)
    {
        var receipts = api.MapGroup("/receipts").WithTags("Receipts");

        receipts.MapGet("/", ListAsync).WithName("listReceipts").Needs(ReceiptPermissions.ReceiptsRead)
            .WithSummary("List receipts, the latest first")
            .WithDescription("Search finds the beginning of a number or reference or of a payer's name.")
            .AnswersPage<ReceiptResource>();

        receipts.MapGet("/{id}", async (Guid id, IReceiptDirectory directory, CancellationToken token) => ApiResults.Ok(await directory.GetAsync(id, token), WholeReceiptResource.Of))
            .WithName("getReceipt").Needs(ReceiptPermissions.ReceiptsRead)
            .WithSummary("Read a whole receipt")
            .Produces<WholeReceiptResource>().Fails(StatusCodes.Status404NotFound);

        receipts.MapPost("/", BookAsync).WithName("bookReceipt").Needs(ReceiptPermissions.ReceiptsBook).NeedsIdempotencyKey()
            .WithSummary("Record a payment: bills are paid, the oldest first, what is left becomes credit")
            .Produces<WholeReceiptResource>(StatusCodes.Status201Created).Fails(StatusCodes.Status404NotFound);

        receipts.MapPost("/{id}/void", VoidAsync).WithName("voidReceipt").Needs(ReceiptPermissions.ReceiptsVoid).NeedsIdempotencyKey()
            .WithSummary("Take a receipt back: what it paid is open again")
            .Produces<WholeReceiptResource>().Fails(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> ListAsync(
        [AsParameters] ListParameters list,
        [FromQuery, Description("Only receipts for this billing account.")] Guid? billingAccountId,
        [FromQuery, Description("Only receipts of money that came this way.")] EnumWord<PaymentMethod>? method,
        [FromQuery, Description("Only receipts that count, or only those that were taken back.")] EnumWord<ReceiptState>? state,
        [FromQuery, Description("Only receipts of money paid on that day or later.")] DateOnly? from,
        [FromQuery, Description("Only receipts of money paid on that day or earlier.")] DateOnly? to,
        IReceiptDirectory directory,
        CancellationToken cancellationToken)
    {
        var page = list.Read(NoSorts);
        var (wantedMethod, wantedState) = (method.Read("method"), state.Read("state"));
        return (page.Error ?? wantedMethod.Error ?? wantedState.Error) is { } wrong
            ? ApiResults.Problem(wrong)
            : ApiResults.Page(
                await directory.ListAsync(new ReceiptFilter { BillingAccountId = billingAccountId, Method = wantedMethod.Value, State = wantedState.Value, From = from, To = to }, page.Value, cancellationToken), ReceiptResource.Of);
    }

    private static async Task<IResult> BookAsync(BookReceiptBody body, IReceiptBook book, TimeProvider clock, CancellationToken cancellationToken)
    {
        var missing = body switch
        {
            { BillingAccountId: null } => "billingAccountId",
            { Amount: null } => "amount",
            { Method: null } => "method",
            { Place: null } => "place",
            _ => null,
        };
        if (missing is not null)
        {
            return ApiResults.Problem(ApiErrors.Field(missing, "common.required"));
        }

        var amount = Money.Idr(body.Amount!.Value);
        var payer = new ReceiptPayer(body.BillingAccountId!.Value, amount, body.Bills?.ToDictionary(bill => bill.Key, bill => Money.Idr(bill.Value)));
        var booked = await book.BookAsync(
            new BookReceiptRequest(body.Key ?? Ids.New(clock).ToString("N"), body.PaidAt?.UtcDateTime ?? clock.UtcNow(), [new MoneyPart(body.Method!.Value, body.Place!, amount)], [payer], body.Reference, body.Note), cancellationToken);
        return booked.Succeeded ? TypedResults.Created($"/api/v1/receipts/{booked.Value.Row.Id}", WholeReceiptResource.Of(booked.Value)) : ApiResults.Problem(booked.Error);
    }

    private static async Task<IResult> VoidAsync(Guid id, ReasonBody body, IReceiptBook book, IReceiptDirectory directory, CancellationToken cancellationToken)
    {
        if (body.Version is not { } version)
        {
            return ApiResults.Problem(ApiErrors.Field("version", "common.required"));
        }

        var done = await book.VoidAsync(id, version, body.Reason ?? "", cancellationToken);
        return done.Succeeded ? ApiResults.Ok(await directory.GetAsync(id, cancellationToken), WholeReceiptResource.Of) : ApiResults.Problem(done.Error);
    }
}
