using IspPortal.Core.Billing.Invoices;
using IspPortal.Core.Billing.Print;
using IspPortal.Core.Documents;
using IspPortal.Web.Documents;
using IspPortal.Web.Features.Billing.Parts;
using IspPortal.Web.Shared.Api;
using IspPortal.Web.Shared.Export;
using Microsoft.Extensions.Localization;

namespace IspPortal.Web.Features.Billing;

/// <summary>/export/invoices: the list as it is filtered. /export/invoices/{id}/print: one bill as a page that prints itself. /export/invoice-bundles/{id}.pdf: many bills as one PDF.</summary>
internal static class InvoiceExport
{
    public static void MapInvoiceExports(this IEndpointRouteBuilder exports)
    {
        exports.MapList("/invoices", InvoicesAsync);
        exports.MapGet("/invoices/{id:guid}/print", PrintAsync);
        exports.MapGet("/invoice-bundles/{id:guid}.pdf", BundleAsync);
    }

    /// <summary>The file of a bundle, for the page and the API.</summary>
    public static async Task<IResult> BundleAsync(Guid id, HttpContext http, IInvoiceBundles bundles, CancellationToken cancellationToken)
    {
        var file = await bundles.OpenAsync(id, cancellationToken);
        if (!file.Succeeded)
        {
            return ApiResults.Problem(file.Error);
        }

        PrivateContent.Guard(http.Response);
        PrivateContent.Offer(http.Response, file.Value.FileName, inline: false);
        return TypedResults.Stream(file.Value.Content, "application/pdf");
    }

    private static async Task<IResult> PrintAsync(Guid id, HttpContext http, IInvoicePapers papers, IDocumentHtml pages, CancellationToken cancellationToken)
    {
        var paper = await papers.GetAsync(id, cancellationToken);
        if (!paper.Succeeded)
        {
            return ApiResults.Problem(paper.Error);
        }

        return await PrintingPage.AnswerAsync(http, pages, paper.Value, paper.Value.Language, cancellationToken);
    }

    private static Task<IResult> InvoicesAsync(HttpContext http, ListExport export, IInvoiceDirectory invoices, IStringLocalizer<BillingTexts> texts)
    {
        var filter = BillingWords.FilterOf(key => http.Request.Query[key].ToString() is { Length: > 0 } text ? text : null);
        return export.AnswerAsync<InvoiceRow>(
            http,
            "invoices",
            "issuedOn",
            _ =>
            [
                new(texts["Number"], row => row.Number),
                new(texts["Kind"], row => texts["Kind." + row.Kind].Value),
                new(texts["Account"], row => row.AccountNumber),
                new(texts["Customer"], row => row.BuyerName),
                new(texts["Status"], row => texts["Status." + row.Status].Value),
                new(texts["IssuedOn"], row => row.IssuedOn is { } day ? LedgerWords.WordOf(day) : null),
                new(texts["DueOn"], row => row.DueOn is { } day ? LedgerWords.WordOf(day) : null),
                new(texts["Total"], row => row.Total.Minor),
                new(texts["Payable"], row => row.Payable.Minor),
                new(texts["Outstanding"], row => row.Outstanding.Minor),
            ],
            (page, cancellationToken) => invoices.ListAsync(filter, page, cancellationToken),
            texts["Invoices"]);
    }
}
