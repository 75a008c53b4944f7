using System.Text;
using IspPortal.Core.Billing.Opening;
using IspPortal.Core.Common.Tables;
using IspPortal.Web.Features.Billing.Parts;
using IspPortal.Web.Shared.Export;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Localization;

namespace IspPortal.Web.Features.Billing;

/// <summary>/export/opening-template.csv: a file of opening balances to fill in, in the reader's language. /export/opening-imports and /export/opening-imports/{id}: the imports, and the rows of one as they were judged.</summary>
internal static class OpeningExport
{
    public static void MapOpeningExports(this IEndpointRouteBuilder exports)
    {
        exports.MapGet("/opening-template.csv", Template);
        exports.MapList("/opening-imports", ImportsAsync);
        exports.MapList("/opening-imports/{importId:guid}", ItemsAsync);
    }

    /// <summary>The headings, and below them one row of each kind to be overwritten.</summary>
    internal static string TemplateOf(bool indonesian)
    {
        var fields = Enum.GetValues<OpeningField>();
        var text = new StringBuilder();
        CsvText.AppendLine(text, OpeningColumns.Template(indonesian), TimeZoneInfo.Utc);
        foreach (var kind in Enum.GetValues<OpeningKind>())
        {
            var cells = ExampleOf(kind);
            CsvText.AppendLine(text, fields.Select(field => field == OpeningField.Kind ? OpeningColumns.WordOf(kind, indonesian) : cells.GetValueOrDefault(field, "")), TimeZoneInfo.Utc);
        }

        return text.ToString();
    }

    private static FileContentHttpResult Template()
    {
        var indonesian = System.Globalization.CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "id";
        // A mark of the encoding in front: spreadsheets read the letters right.
        return TypedResults.File([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(TemplateOf(indonesian))], "text/csv; charset=utf-8", indonesian ? "saldo-awal.csv" : "opening-balances.csv");
    }

    private static Task<IResult> ImportsAsync(HttpContext http, ListExport export, IOpeningDirectory imports, IStringLocalizer<OpeningTexts> texts) => export.AnswerAsync<OpeningImportRow>(
        http,
        "opening-imports",
        null,
        _ =>
        [
            new(texts["FileColumn"], row => row.FileName),
            new(texts["StateColumn"], row => texts["State." + row.State].Value),
            new(texts["CutoverOn"], row => LedgerWords.WordOf(row.CutoverOn)),
            new(texts["Rows"], row => row.Rows),
            new(texts["Verdict.Ready"], row => row.Ready),
            new(texts["Verdict.Wrong"], row => row.Wrong),
        ],
        imports.ListAsync,
        texts["Title"]);

    private static Task<IResult> ItemsAsync(Guid importId, HttpContext http, ListExport export, IOpeningDirectory imports, OpeningWording words, IStringLocalizer<OpeningTexts> texts)
    {
        var filter = new OpeningItemFilter(BillingWords.EnumOf<OpeningVerdict>(http.Request.Query["verdict"].ToString()), BillingWords.EnumOf<OpeningKind>(http.Request.Query["kind"].ToString()));
        return export.AnswerAsync<OpeningItemRow>(
            http,
            "opening-items",
            null,
            _ =>
            [
                new(texts["RowColumn"], row => row.Row),
                new(texts["Subject"], row => row.CustomerName ?? row.Subject),
                new(texts["AccountColumn"], row => row.AccountNumber),
                new(texts["Kind"], row => row.Kind is { } kind ? texts["Kind." + kind].Value : null),
                new(texts["Field.Number"], row => row.Number),
                new(texts["Amount"], row => row.Amount.IsZero ? null : row.Amount.Minor),
                new(texts["VerdictFilter"], row => texts["Verdict." + row.Verdict].Value),
                new(texts["Problems"], row => words.ReasonOf(row.Problems)),
            ],
            (page, cancellationToken) => imports.ItemsAsync(importId, filter, page, cancellationToken),
            texts["Title"]);
    }

    private static Dictionary<OpeningField, string> ExampleOf(OpeningKind kind) => kind switch
    {
        OpeningKind.Invoice => new()
        {
            [OpeningField.Customer] = "A-0001", [OpeningField.Number] = "LAMA/2026/10/0001", [OpeningField.IssuedOn] = "2026-10-01", [OpeningField.DueOn] = "2026-10-10", [OpeningField.FromOn] = "2026-10-01",
            [OpeningField.ToOn] = "2026-10-31", [OpeningField.Amount] = "150000",
        },
        OpeningKind.PaidUntil => new() { [OpeningField.Customer] = "A-0002", [OpeningField.PaidUntilOn] = "2026-11-30" },
        OpeningKind.Deposit => new() { [OpeningField.Customer] = "A-0001", [OpeningField.Amount] = "250000" },
        OpeningKind.Credit => new() { [OpeningField.Customer] = "A-0003", [OpeningField.Amount] = "50000" },
        OpeningKind.CollectorCash => new() { [OpeningField.Place] = "Loket 1", [OpeningField.Amount] = "1250000" },
        _ => new() { [OpeningField.Series] = "INV", [OpeningField.Next] = "201" },
    };
}
