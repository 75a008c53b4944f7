using System.Globalization;
using System.Text;
using IspPortal.Core.Audit;
using IspPortal.Core.Common;
using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Tables;
using IspPortal.Core.Documents;
using IspPortal.Tests.Support;
using IspPortal.Web.Documents;
using IspPortal.Web.Shared.Errors;
using IspPortal.Web.Shared.Export;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Moq;

namespace IspPortal.Tests.Web;

public sealed class ExportingAListTests
{
    private const int Rows = 100_003;

    private readonly Mock<IAuditWriter> _audit = new();
    private readonly List<PageRequest> _asked = [];

    [Fact]
    public async Task A_long_list_is_read_slice_by_slice_to_its_end_and_stands_in_the_audit()
    {
        var text = await ExportAsync("?q=budi&service=pppoe", (page, _) =>
        {
            _asked.Add(page);
            var left = Math.Clamp(Rows - page.Skip, 0, page.Take);
            return Task.FromResult<Result<Page<int>>>(Page<int>.Of([.. Enumerable.Range(page.Skip, left)], page, Rows));
        });

        var lines = text.Split("\r\n");
        Assert.Equal("\uFEFFNumber", lines[0]);
        Assert.Equal(Enumerable.Range(0, Rows).Select(number => number.ToString(CultureInfo.InvariantCulture)), lines[1..^1]);
        Assert.All(_asked, page => Assert.Equal(("budi", "number", PageRequest.MaxSliceSize), (page.Search, page.Sort, page.Take)));
        Assert.Equal((Rows / PageRequest.MaxSliceSize) + 1, _asked.Count);
        _audit.Verify(
            audit => audit.WriteAsync("exported", "list", "numbers", It.Is<object>(told => told.ToString() == "{ filters = service, searched = True, rows = " + Rows.ToString(CultureInfo.InvariantCulture) + " }"), It.IsAny<CancellationToken>()), Times.Once);
    }

    [Fact]
    public async Task Who_may_not_read_the_list_gets_no_file_and_no_audit_row()
    {
        var answer = await ExportAsync("", (_, _) => Task.FromResult<Result<Page<int>>>(new Error("identity.forbidden", ErrorKind.Forbidden)), status: 403);
        Assert.Contains("identity.forbidden", answer, StringComparison.Ordinal);
        _audit.VerifyNoOtherCalls();
    }

    [Fact]
    public void Only_a_slice_may_be_larger_than_a_page() =>
        Assert.Equal((PageRequest.MaxPageSize, PageRequest.MaxSliceSize), (new PageRequest(1, 100_000).Take, (new PageRequest(1, 100_000) { IsSlice = true }).Take));

    private async Task<string> ExportAsync(string query, Func<PageRequest, CancellationToken, Task<Result<Page<int>>>> load, int status = 200)
    {
        using var body = new MemoryStream();
        var http = new DefaultHttpContext { RequestServices = new ServiceCollection().AddLogging().AddLocalization().AddScoped<ErrorText>().BuildServiceProvider() };
        http.Request.QueryString = new QueryString(query);
        http.Response.Body = body;
        var result = await new ListExport(_audit.Object, new HandClock(), Mock.Of<IWorkbooks>(), new DocumentDownload(Mock.Of<IDocumentHtml>(), Mock.Of<IPdfPrinter>())).AnswerAsync(http, "numbers", "number", _ => [new CsvColumn<int>("Number", row => row)], load);
        await result.ExecuteAsync(http);
        Assert.Equal(status, http.Response.StatusCode);
        return Encoding.UTF8.GetString(body.ToArray());
    }
}
