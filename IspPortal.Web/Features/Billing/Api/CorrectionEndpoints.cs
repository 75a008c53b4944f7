using System.ComponentModel;
using IspPortal.Core.Billing.Corrections;
using IspPortal.Core.Billing.Invoices;
using IspPortal.Core.Billing.Print;
using IspPortal.Core.Common.Money;
using IspPortal.Core.Common.Time;
using IspPortal.Web.Documents;
using IspPortal.Web.Shared.Api;
using Microsoft.AspNetCore.Mvc;

namespace IspPortal.Web.Features.Billing.Api;

/// <summary>/api/v1/credit-notes, and what puts invoices right.</summary>
internal static class CorrectionEndpoints
{
    private static readonly string[] NoSorts = [];

    public static void MapCorrections(this IEndpointRouteBuilder api)
    {
        var notes = api.MapGroup("/credit-notes").WithTags("Credit notes");

        notes.MapGet("/", ListAsync).WithName("listCreditNotes").Needs(InvoicePermissions.InvoicesRead)
            .WithSummary("List credit notes, the latest first")
            .WithDescription("Search finds the beginning of a number, of its invoice's or of the buyer's name.")
            .AnswersPage<CreditNoteResource>();

        notes.MapGet("/{id}", async (Guid id, ICreditNoteDirectory directory, CancellationToken token) => ApiResults.Ok(await directory.GetAsync(id, token), WholeCreditNoteResource.Of))
            .WithName("getCreditNote").Needs(InvoicePermissions.InvoicesRead)
            .WithSummary("Read a whole credit note")
            .Produces<WholeCreditNoteResource>().Fails(StatusCodes.Status404NotFound);

        notes.MapGet("/{id}/pdf", PdfAsync).WithName("printCreditNote").Needs(InvoicePermissions.InvoicesRead)
            .WithSummary("Read a credit note as PDF")
            .WithDescription("A4, in the customer's language unless another is asked for. Where no browser prints it is the page itself, ready to be printed.")
            .Produces<byte[]>(contentType: "application/pdf").Fails(StatusCodes.Status404NotFound, StatusCodes.Status422UnprocessableEntity);

        notes.MapPost("/{id}/send", SendAsync).WithName("sendCreditNote").Needs(InvoicePermissions.InvoicesSend).NeedsIdempotencyKey()
            .WithSummary("Send a credit note to its customer")
            .WithDescription("By the way that the customer wishes; e-mail brings the PDF along. What went before goes again only when it is said so.")
            .Produces(StatusCodes.Status204NoContent).Fails(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict);

        notes.MapPost("/", CreditAsync).WithName("issueCreditNote").Needs(CorrectionPermissions.InvoicesCredit).NeedsIdempotencyKey()
            .WithSummary("Take an invoice back, all of it or by line; what was paid of it becomes credit")
            .Produces<WholeCreditNoteResource>(StatusCodes.Status201Created).Fails(StatusCodes.Status404NotFound);

        api.MapPost("/invoices", IssueAsync).WithTags("Invoices").WithName("issueInvoice").Needs(CorrectionPermissions.InvoicesWrite).NeedsIdempotencyKey()
            .WithSummary("Issue an invoice or a debit note that a person wrote")
            .Produces<WholeInvoiceResource>(StatusCodes.Status201Created).Fails(StatusCodes.Status404NotFound);

        api.MapPost("/invoices/{id}/write-off", WriteOffAsync).WithTags("Invoices").WithName("writeOffInvoice").Needs(CorrectionPermissions.InvoicesWriteOff).NeedsIdempotencyKey()
            .WithSummary("Give up what is open of an invoice")
            .Produces<WholeInvoiceResource>().Fails(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> ListAsync(
        [AsParameters] ListParameters list,
        [FromQuery, Description("Only credit notes on this invoice.")] Guid? invoiceId,
        [FromQuery, Description("Only credit notes of this billing account.")] Guid? billingAccountId,
        [FromQuery, Description("Only credit notes issued on that day or later.")] DateOnly? from,
        [FromQuery, Description("Only credit notes issued on that day or earlier.")] DateOnly? to,
        ICreditNoteDirectory directory,
        CancellationToken cancellationToken)
    {
        var page = list.Read(NoSorts);
        return page.Succeeded
            ? ApiResults.Page(await directory.ListAsync(new CreditNoteFilter { InvoiceId = invoiceId, BillingAccountId = billingAccountId, From = from, To = to }, page.Value, cancellationToken), CreditNoteResource.Of)
            : ApiResults.Problem(page.Error);
    }

    private static async Task<IResult> PdfAsync(
        Guid id, [FromQuery, Description("id or en.")] string? language, HttpContext http, ICreditNotePapers papers, DocumentDownload download, CancellationToken cancellationToken)
    {
        if (language is not (null or "id" or "en"))
        {
            return ApiResults.Problem(ApiErrors.UnknownValue("language", ["id", "en"]));
        }

        var paper = await papers.GetAsync(id, cancellationToken);
        return paper.Succeeded ? await download.AnswerAsync(http, paper.Value, language ?? paper.Value.Language, cancellationToken) : ApiResults.Problem(paper.Error);
    }

    private static async Task<IResult> SendAsync(Guid id, SendInvoiceBody body, ICreditNoteSending sending, CancellationToken cancellationToken)
    {
        var sent = await sending.SendAsync(id, body.Again ?? false, cancellationToken);
        return sent.Succeeded ? TypedResults.NoContent() : ApiResults.Problem(sent.Error);
    }

    private static async Task<IResult> CreditAsync(CreditInvoiceBody body, IInvoiceCorrections corrections, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (body.InvoiceId is not { } invoiceId || body.Version is not { } version)
        {
            return ApiResults.Problem(ApiErrors.Field(body.InvoiceId is null ? "invoiceId" : "version", "common.required"));
        }

        var issued = await corrections.CreditAsync(
            new CreditInvoiceRequest(body.Key ?? Ids.New(clock).ToString("N"), invoiceId, version, body.Reason ?? "", body.Lines?.ToDictionary(line => line.Key, line => Money.Idr(line.Value))), cancellationToken);
        return issued.Succeeded ? TypedResults.Created($"/api/v1/credit-notes/{issued.Value.Row.Id}", WholeCreditNoteResource.Of(issued.Value)) : ApiResults.Problem(issued.Error);
    }

    private static async Task<IResult> IssueAsync(WriteBillBody body, IInvoiceCorrections corrections, IInvoiceDirectory invoices, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (body.BillingAccountId is not { } accountId)
        {
            return ApiResults.Problem(ApiErrors.Field("billingAccountId", "common.required"));
        }

        var lines = (body.Lines ?? []).Select(line => new WrittenLine(line.Text ?? "", line.Quantity, Money.Idr(line.UnitPrice), line.TaxCode ?? "")).ToList();
        var issued = await corrections.IssueAsync(new WriteBillRequest(body.Key ?? Ids.New(clock).ToString("N"), accountId, body.BasedOnInvoiceId, lines, body.Note), cancellationToken);
        var bill = issued.Succeeded ? await invoices.GetAsync(issued.Value, cancellationToken) : issued.Error;
        return bill.Succeeded ? TypedResults.Created($"/api/v1/invoices/{bill.Value.Row.Id}", WholeInvoiceResource.Of(bill.Value)) : ApiResults.Problem(bill.Error);
    }

    private static async Task<IResult> WriteOffAsync(Guid id, ReasonBody body, IInvoiceCorrections corrections, IInvoiceDirectory invoices, CancellationToken cancellationToken)
    {
        if (body.Version is not { } version)
        {
            return ApiResults.Problem(ApiErrors.Field("version", "common.required"));
        }

        var done = await corrections.WriteOffAsync(id, version, body.Reason ?? "", cancellationToken);
        return done.Succeeded ? ApiResults.Ok(await invoices.GetAsync(id, cancellationToken), WholeInvoiceResource.Of) : ApiResults.Problem(done.Error);
    }
}
