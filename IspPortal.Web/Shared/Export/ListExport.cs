using System.Globalization;
using System.Text;
using IspPortal.Core.Audit;
using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Tables;
using IspPortal.Web.Documents;
using IspPortal.Web.Shared.Api;
using IspPortal.Web.Shared.Reader;

namespace IspPortal.Web.Shared.Export;

/// <summary>Answers a filtered list as a CSV file, read and written a slice at a time: memory does not grow with the list. A path that ends with <c>.xlsx</c> gets a workbook and one with <c>.pdf</c> a paper, up to so many rows.</summary>
internal sealed class ListExport(IAuditWriter audit, TimeProvider clock, IWorkbooks workbooks, DocumentDownload papers)
{
    private const string Workbook = ".xlsx";
    private const string WorkbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private const string Paper = ".pdf";
    private const int MostWorkbookRows = 50_000;
    private const int MostPaperRows = 3_000;
    private const string SearchParameter = "q";

    /// <summary>The file, or the problem of its first slice. The list's own service decides who may read it; each export is in the audit.</summary>
    /// <param name="http">Whose query names search and filters, and whose cookies the zone.</param>
    /// <param name="name">Names the list in the file's name and in the audit.</param>
    /// <param name="order">The order of the rows: one that does not change while the file is written.</param>
    /// <param name="columns">The columns, given the reader's zone.</param>
    /// <param name="load">Reads one slice.</param>
    /// <param name="title">What stands on paper; null: the name.</param>
    public async Task<IResult> AnswerAsync<TRow>(
        HttpContext http,
        string name,
        string? order,
        Func<TimeZoneInfo, IReadOnlyList<CsvColumn<TRow>>> columns,
        Func<PageRequest, CancellationToken, Task<Result<Page<TRow>>>> load,
        string? title = null)
    {
        var cancellationToken = http.RequestAborted;
        var request = new PageRequest(1, PageRequest.MaxSliceSize, http.Request.Query[SearchParameter].ToString(), order) { IsSlice = true };
        var first = await load(request, cancellationToken);
        if (!first.Succeeded)
        {
            return ApiResults.Problem(first.Error);
        }

        var ending = Path.GetExtension(http.Request.Path.Value);
        int? most = ending switch { Workbook => MostWorkbookRows, Paper => MostPaperRows, _ => null };
        if (first.Value.TotalCount > most)
        {
            return ApiResults.Problem(new Error("common.list_too_long", ErrorKind.Invalid, most));
        }

        await audit.WriteAsync("exported", "list", name, new { filters = FiltersOf(http.Request.Query), searched = request.SearchOrNull is not null, rows = first.Value.TotalCount }, cancellationToken);
        var zone = ReaderPreferences.From(http.Request.Cookies).Zone;
        var stamp = TimeZoneInfo.ConvertTime(clock.GetUtcNow(), zone).ToString("yyyyMMdd-HHmm", CultureInfo.InvariantCulture);
        http.Response.Headers.CacheControl = "no-store";
        if (most is { } limit)
        {
            var rows = await AllAsync(columns(zone), request, first.Value, limit, load, cancellationToken);
            IReadOnlyList<string> headings = [.. columns(zone).Select(column => column.Title)];
            return !rows.Succeeded ? ApiResults.Problem(rows.Error)
                : ending == Paper ? await papers.AnswerAsync(http, new PrintedList($"{name}-{stamp}", title ?? name, stamp, headings, rows.Value), CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, cancellationToken)
                : TypedResults.File(workbooks.Write(name, headings, rows.Value, zone), WorkbookType, $"{name}-{stamp}{Workbook}");
        }

        return TypedResults.Stream(
            stream => WriteAsync(http, stream, columns(zone), zone, request, first.Value, load, cancellationToken),
            "text/csv; charset=utf-8",
            $"{name}-{stamp}.csv");
    }

    private static async Task<Result<IReadOnlyList<IReadOnlyList<object?>>>> AllAsync<TRow>(
        IReadOnlyList<CsvColumn<TRow>> columns,
        PageRequest request,
        Page<TRow> slice,
        int most,
        Func<PageRequest, CancellationToken, Task<Result<Page<TRow>>>> load,
        CancellationToken cancellationToken)
    {
        var rows = new List<IReadOnlyList<object?>>();
        while (true)
        {
            rows.AddRange(slice.Items.Select(row => (IReadOnlyList<object?>)[.. columns.Select(column => column.Value(row))]));
            if (slice.Items.Count < request.Take || rows.Count > most)
            {
                return rows;
            }

            request = request with { Page = request.Page + 1 };
            var next = await load(request, cancellationToken);
            if (!next.Succeeded)
            {
                return next.Error;
            }

            slice = next.Value;
        }
    }

    /// <summary>Which filters were set; what was searched for is often a person's name, and the audit is kept for years.</summary>
    private static string FiltersOf(IQueryCollection query) =>
        string.Join(", ", query.Where(pair => pair.Key != SearchParameter && !string.IsNullOrWhiteSpace(pair.Value.ToString())).Select(pair => pair.Key).Where(IsName).Order(StringComparer.Ordinal));

    private static bool IsName(string key) => key.Length <= 32 && key.All(char.IsAsciiLetter);

    private static async Task WriteAsync<TRow>(
        HttpContext http,
        Stream stream,
        IReadOnlyList<CsvColumn<TRow>> columns,
        TimeZoneInfo zone,
        PageRequest request,
        Page<TRow> slice,
        Func<PageRequest, CancellationToken, Task<Result<Page<TRow>>>> load,
        CancellationToken cancellationToken)
    {
        // Without the mark at its beginning a spreadsheet takes the file for another encoding.
        await using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        var text = new StringBuilder();
        CsvText.AppendLine(text, columns.Select(column => (object?)column.Title), zone);
        while (true)
        {
            foreach (var row in slice.Items)
            {
                CsvText.AppendLine(text, columns.Select(column => column.Value(row)), zone);
            }

            await writer.WriteAsync(text, cancellationToken);
            await writer.FlushAsync(cancellationToken);
            text.Clear();
            if (slice.Items.Count < request.Take)
            {
                return;
            }

            request = request with { Page = request.Page + 1 };
            var next = await load(request, cancellationToken);
            if (!next.Succeeded)
            {
                // What was sent looks like a whole file: the download has to fail.
                http.Abort();
                return;
            }

            slice = next.Value;
        }
    }
}
