using System.Text;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Tables;
using IspPortal.Core.Customers.Imports;
using IspPortal.Web.Features.CustomerImports.Parts;
using IspPortal.Web.Shared.Api;
using Microsoft.Extensions.Localization;

namespace IspPortal.Web.Features.CustomerImports;

/// <summary>The rows that no customer was made of, as they were uploaded, and a last column that says why in the reader's language: to be corrected and uploaded again.</summary>
internal sealed class CustomerImportProblemFile(ICustomerImportDirectory imports, CustomerImportWording words, IStringLocalizer<CustomerImportsTexts> texts)
{
    private const int RowsAtOnce = 500;

    public async Task<IResult> AnswerAsync(HttpResponse response, Guid importId, CancellationToken cancellationToken)
    {
        var opened = await imports.OpenProblemsAsync(importId, cancellationToken);
        if (!opened.Succeeded)
        {
            return ApiResults.Problem(opened.Error);
        }

        response.Headers.CacheControl = "no-store, private";
        return TypedResults.Stream(stream => WriteAsync(stream, opened.Value, cancellationToken), "text/csv; charset=utf-8", $"{Path.GetFileNameWithoutExtension(opened.Value.FileName)}-{texts["ErrorFile"].Value.ToLowerInvariant().Replace(' ', '-')}.csv");
    }

    private async Task WriteAsync(Stream stream, CustomerImportProblems problems, CancellationToken cancellationToken)
    {
        // The reasons of the time before are no part of the row.
        var columns = problems.Headings.Index().Where(heading => !CustomerImportColumns.IsReason(heading.Item)).ToList();
        await using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        var text = new StringBuilder();
        CsvText.AppendLine(text, [.. columns.Select(column => column.Item), texts["WhyNotImported"].Value], TimeZoneInfo.Utc);
        foreach (var (at, row) in problems.Rows.Index())
        {
            CsvText.AppendLine(text, [.. columns.Select(column => column.Index < row.Cells.Count ? row.Cells[column.Index] : ""), words.ReasonOf(row.Problems, row.Match, row.Other, row.OtherNumber)], TimeZoneInfo.Utc);
            if (at % RowsAtOnce == RowsAtOnce - 1)
            {
                await writer.WriteAsync(text, cancellationToken);
                text.Clear();
            }
        }

        await writer.WriteAsync(text, cancellationToken);
    }
}
