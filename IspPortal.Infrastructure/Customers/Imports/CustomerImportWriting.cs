using System.Security.Cryptography;
using System.Text;
using IspPortal.Core.Common.Search;
using IspPortal.Core.Common.Tables;
using IspPortal.Core.Customers.Imports;

namespace IspPortal.Infrastructure.Customers.Imports;

/// <summary>How the rows of an import's tables are made.</summary>
internal static class CustomerImportWriting
{
    public static string HashOf(IReadOnlyList<string> headings) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(CustomerImportColumns.KeyOf(headings))));

    /// <summary>The sheets without what stands above their headings; those without a row below them are left out.</summary>
    public static List<ImportedSheet> SheetsOf(IReadOnlyList<TableSheet> tables)
    {
        var sheets = new List<ImportedSheet>();
        foreach (var table in tables)
        {
            var at = CustomerImportColumns.HeadingsAt(table.Rows);
            var rows = table.Rows.Skip(at + 1).ToList();
            if (rows.Count > 0)
            {
                var width = Math.Max(table.Rows[at].Cells.Count, rows.Max(row => row.Cells.Count));
                sheets.Add(new ImportedSheet(table.Name, [.. Enumerable.Range(0, width).Select(column => table.Rows[at][column])], rows));
            }
        }

        return sheets;
    }

    public static CustomerImportLine LineOf(Guid importId, CustomerImportDraft draft, CustomerImportFinding finding)
    {
        var request = draft.Request;
        var name = Cut(request.CompanyName ?? request.Name, CustomerImportLine.MaxName) ?? "";
        var phone = Cut(request.Phone, CustomerImportLine.MaxPhone);
        var code = Cut(request.ExternalCode, Core.Customers.SaveCustomerRequestValidator.MaxExternalCode);
        return new CustomerImportLine
        {
            ImportId = importId,
            Number = draft.Number,
            Verdict = finding.Verdict,
            IsChosen = finding.Verdict == CustomerImportVerdict.New,
            Name = name,
            Phone = phone,
            ExternalCode = code,
            SearchKey = Cut(SearchKey.Of(name, phone, phone?.Replace("+62", "0", StringComparison.Ordinal), code), CustomerImportLine.MaxKey)!,
            Problems = CustomerImportJson.Of(draft.Wrong),
            Match = finding.Match,
            OtherId = finding.OtherId,
            OtherNumber = finding.OtherNumber,
        };
    }

    private static string? Cut(string? text, int length) => text is null || text.Length <= length ? text : text[..length];
}
