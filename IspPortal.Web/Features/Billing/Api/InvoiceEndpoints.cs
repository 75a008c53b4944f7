using System.ComponentModel;
using IspPortal.Core.Billing.Invoices;
using IspPortal.Core.Billing.Print;
using IspPortal.Web.Documents;
using IspPortal.Web.Shared.Api;
using Microsoft.AspNetCore.Mvc;

namespace IspPortal.Web.Features.Billing.Api;

/// <summary>/api/v1/invoices.</summary>
internal static class InvoiceEndpoints
{
    private static readonly string[] Sorts = ["number", "issuedOn", "dueOn", "payable"];

    public static void MapInvoices(this IEndpointRouteBuilder api)
    {
        var invoices = api.MapGroup("/invoices").WithTags("Invoices");

        invoices.MapGet("/", ListAsync).WithName("listInvoices").Needs(InvoicePermissions.InvoicesRead)
            .WithSummary("List bills, the newest first")
            .WithDescription("Search finds the beginning of a number or of the buyer's name. Sorts: number, issuedOn, dueOn, payable.")
            .AnswersPage<InvoiceResource>();

        invoices.MapGet("/{id}", async (Guid id, IInvoiceDirectory directory, CancellationToken token) => ApiResults.Ok(await directory.GetAsync(id, token), WholeInvoiceResource.Of))
            .WithName("getInvoice").Needs(InvoicePermissions.InvoicesRead)
            .WithSummary("Read a whole bill")
            .Produces<WholeInvoiceResource>().Fails(StatusCodes.Status404NotFound);

        invoices.MapGet("/{id}/pdf", PdfAsync).WithName("printInvoice").Needs(InvoicePermissions.InvoicesRead)
            .WithSummary("Read a bill as PDF")
            .WithDescription("A4, in the customer's language unless another is asked for. Where no browser prints it is the page itself, ready to be printed.")
            .Produces<byte[]>(contentType: "application/pdf").Fails(StatusCodes.Status404NotFound, StatusCodes.Status422UnprocessableEntity);

        invoices.MapPost("/{id}/send", SendAsync).WithName("sendInvoice").Needs(InvoicePermissions.InvoicesSend).NeedsIdempotencyKey()
            .WithSummary("Send a bill to its customer")
            .WithDescription("By the way that the customer wishes; e-mail brings the PDF along. What went before goes again only when it is said so.")
            .Produces(StatusCodes.Status204NoContent).Fails(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict);
    }

    private static async Task<IResult> PdfAsync(
        Guid id, [FromQuery, Description("id or en.")] string? language, HttpContext http, IInvoicePapers papers, DocumentDownload download, CancellationToken cancellationToken)
    {
        if (language is not (null or "id" or "en"))
        {
            return ApiResults.Problem(ApiErrors.UnknownValue("language", ["id", "en"]));
        }

        var paper = await papers.GetAsync(id, cancellationToken);
        return paper.Succeeded ? await download.AnswerAsync(http, paper.Value, language ?? paper.Value.Language, cancellationToken) : ApiResults.Problem(paper.Error);
    }

    private static async Task<IResult> SendAsync(Guid id, SendInvoiceBody body, IInvoiceSending sending, CancellationToken cancellationToken)
    {
        var sent = await sending.SendAsync(id, body.Again ?? false, cancellationToken);
        return sent.Succeeded ? TypedResults.NoContent() : ApiResults.Problem(sent.Error);
    }

    private static async Task<IResult> ListAsync(
        [AsParameters] ListParameters list,
        [FromQuery, Description("Only bills of this billing account.")] Guid? billingAccountId,
        [FromQuery, Description("Only bills of this customer.")] Guid? customerId,
        [FromQuery, Description("Only bills of this billing run.")] Guid? runId,
        [FromQuery, Description("Only bills of this kind.")] EnumWord<InvoiceKind>? kind,
        [FromQuery, Description("Only bills with this standing.")] EnumWord<InvoiceStatus>? status,
        [FromQuery, Description("Only bills whose day is over.")] bool? overdue,
        [FromQuery, Description("Only bills issued on that day or later.")] DateOnly? from,
        [FromQuery, Description("Only bills issued on that day or earlier.")] DateOnly? to,
        IInvoiceDirectory directory,
        CancellationToken cancellationToken)
    {
        var page = list.Read(Sorts);
        var (wantedKind, wantedStatus) = (kind.Read("kind"), status.Read("status"));
        if ((page.Error ?? wantedKind.Error ?? wantedStatus.Error) is { } wrong)
        {
            return ApiResults.Problem(wrong);
        }

        var filter = new InvoiceFilter { BillingAccountId = billingAccountId, CustomerId = customerId, RunId = runId, Kind = wantedKind.Value, Status = wantedStatus.Value, OverdueOnly = overdue ?? false, From = from, To = to };
        return ApiResults.Page(await directory.ListAsync(filter, page.Value, cancellationToken), InvoiceResource.Of);
    }
}
