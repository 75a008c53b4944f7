using System.Text;
using IspPortal.Core.Billing.Opening;
using IspPortal.Core.Common.Tables;

namespace IspPortal.Web.Features.Billing;

/// <summary>/export/opening-template.csv: a file of opening balances to fill in, in the reader's language.</summary>
internal static class OpeningExport
{
    public static void MapOpeningTemplate(this IEndpointRouteBuilder exports) => exports.MapGet("/opening-template.csv", () =>
    {
        var indonesian = System.Globalization.CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "id";
        // A mark of the encoding in front: spreadsheets read the letters right.
        return TypedResults.File([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(TemplateOf(indonesian))], "text/csv; charset=utf-8", indonesian ? "saldo-awal.csv" : "opening-balances.csv");
    });

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
