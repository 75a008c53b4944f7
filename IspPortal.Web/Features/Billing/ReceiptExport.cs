using System.Globalization;
using System.Text.Encodings.Web;
using IspPortal.Core.Billing.Corrections;
using IspPortal.Core.Billing.Print;
using IspPortal.Core.Billing.Receipts;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Documents;
using IspPortal.Web.Documents;
using IspPortal.Web.Features.Billing.Parts;
using IspPortal.Web.Shared.Api;
using IspPortal.Web.Shared.Export;
using Microsoft.Extensions.Localization;

namespace IspPortal.Web.Features.Billing;

/// <summary>/export/receipts and /export/credit-notes: the lists as they are filtered. /export/credit-notes/{id}/print: one credit note as a page that prints itself. /export/receipts/{id}/slip and /export/refunds/{id}/slip: a receipt or a refund as a page for a slip printer that prints itself.</summary>
internal static class ReceiptExport
{
    public static void MapReceiptExports(this IEndpointRouteBuilder exports)
    {
        exports.MapList("/receipts", ReceiptsAsync);
        exports.MapList("/credit-notes", CreditNotesAsync);
        exports.MapGet("/receipts/{id:guid}/slip", SlipAsync);
        exports.MapGet("/refunds/{id:guid}/slip", RefundSlipAsync);
        exports.MapGet("/credit-notes/{id:guid}/print", PrintAsync);
    }

    private static async Task<IResult> PrintAsync(Guid id, HttpContext http, ICreditNotePapers papers, IDocumentHtml pages, CancellationToken cancellationToken)
    {
        var paper = await papers.GetAsync(id, cancellationToken);
        return paper.Succeeded ? await PrintingPage.AnswerAsync(http, pages, paper.Value, paper.Value.Language, cancellationToken) : ApiResults.Problem(paper.Error);
    }

    private static async Task<IResult> SlipAsync(Guid id, HttpContext http, IReceiptSlips slips, CancellationToken cancellationToken)
    {
        var inEnglish = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en";
        return SlipPage(http, await slips.PrintAsync(id, inEnglish, cancellationToken), inEnglish);
    }

    private static async Task<IResult> RefundSlipAsync(Guid id, HttpContext http, IRefunds refunds, CancellationToken cancellationToken)
    {
        var inEnglish = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en";
        return SlipPage(http, await refunds.PrintSlipAsync(id, inEnglish, cancellationToken), inEnglish);
    }

    private static IResult SlipPage(HttpContext http, Result<string> slip, bool inEnglish)
    {
        if (!slip.Succeeded)
        {
            return ApiResults.Problem(slip.Error);
        }

        PrivateContent.Guard(http.Response, prints: true);
        return TypedResults.Text(
            $"""
            <!DOCTYPE html>
            <html lang="{(inEnglish ? "en" : "id")}"><head><meta charset="utf-8"><title>58 mm</title><style>@page { "{" } size: 58mm auto; margin: 2mm { "}" } body { "{" } margin: 0 { "}" } pre { "{" } margin: 0; font: 8.2pt/1.25 monospace { "}" }</style></head>
            <body onload="window.print()"><pre>{HtmlEncoder.Default.Encode(slip.Value)}</pre></body></html>
            """,
            "text/html; charset=utf-8");
    }

    private static Task<IResult> ReceiptsAsync(HttpContext http, ListExport export, IReceiptDirectory receipts, IStringLocalizer<ReceiptTexts> texts)
    {
        var filter = BillingWords.ReceiptFilterOf(key => ValueOf(http, key));
        return export.AnswerAsync<ReceiptRow>(
            http,
            "receipts",
            "paidAt",
            zone =>
            [
                new(texts["Number"], row => row.Number),
                new(texts["State"], row => texts["State." + row.State].Value),
                new(texts["Payer"], row => row.PayerName),
                new(texts["Account"], row => row.AccountNumber),
                new($"{texts["PaidOn"]} ({zone.Id})", row => row.PaidAtUtc),
                new($"{texts["BookedOn"]} ({zone.Id})", row => row.BookedAtUtc),
                new(texts["Method"], row => string.Join(", ", row.Methods.Select(method => texts["Method." + method].Value))),
                new(texts["Reference"], row => row.Reference),
                new(texts["Amount"], row => row.Amount.Minor),
            ],
            (page, cancellationToken) => receipts.ListAsync(filter, page, cancellationToken),
            texts["Title"]);
    }

    private static Task<IResult> CreditNotesAsync(HttpContext http, ListExport export, ICreditNoteDirectory notes, IStringLocalizer<CorrectionTexts> texts)
    {
        var filter = BillingWords.CreditNoteFilterOf(key => ValueOf(http, key));
        return export.AnswerAsync<CreditNoteRow>(
            http,
            "credit-notes",
            "issuedOn",
            _ =>
            [
                new(texts["Number"], row => row.Number),
                new(texts["Invoice"], row => row.InvoiceNumber),
                new(texts["Customer"], row => row.BuyerName),
                new(texts["IssuedOn"], row => LedgerWords.WordOf(row.IssuedOn)),
                new(texts["Reason"], row => row.Reason),
                new(texts["Base"], row => row.Base.Minor),
                new(texts["Tax"], row => row.Tax.Minor),
                new(texts["Total"], row => row.Total.Minor),
            ],
            (page, cancellationToken) => notes.ListAsync(filter, page, cancellationToken),
            texts["Title"]);
    }

    private static string? ValueOf(HttpContext http, string key) => http.Request.Query[key].ToString() is { Length: > 0 } text ? text : null;
}
