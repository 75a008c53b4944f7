using IspPortal.Core.Common;
using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;
using IspPortal.Web.Shared;

namespace IspPortal.Tests.Web;

public sealed class ReadingEveryPageTests
{
    private readonly List<PageRequest> _asked = [];

    [Theory]
    [InlineData(0, 1)]
    [InlineData(100, 1)]
    [InlineData(101, 2)]
    [InlineData(250, 3)]
    public async Task All_rows_are_read_and_no_page_too_many(int rows, int pages)
    {
        var all = await EveryPage.OfAsync(request => Task.FromResult(PageOf(request, rows, rows)), "name", descending: true);
        Assert.Equal(Enumerable.Range(1, rows), all.Value);
        Assert.Equal(pages, _asked.Count);
        Assert.All(_asked, request => Assert.Equal(("name", true), (request.Sort, request.Descending)));
    }

    [Fact]
    public async Task Rows_that_go_meanwhile_end_the_reading()
    {
        Assert.Equal(120, (await EveryPage.OfAsync(request => Task.FromResult(PageOf(request, 120, 500)))).Value.Count);
        Assert.Equal(3, _asked.Count);
    }

    [Fact]
    public async Task A_page_that_cannot_be_read_is_an_error_and_no_choice_at_all()
    {
        Task<Result<Page<int>>> Read(PageRequest request) => Task.FromResult(request.Page == 2 ? CommonErrors.VersionConflict : PageOf(request, 300, 300));
        Assert.Equal(CommonErrors.VersionConflict, (await EveryPage.OfAsync(Read)).Error);
        Assert.Empty(await ChipOption.AllOfAsync(Read, row => new ChipOption($"{row}", $"{row}")));
    }

    private Result<Page<int>> PageOf(PageRequest request, int rows, long total)
    {
        _asked.Add(request);
        return Page<int>.Of([.. Enumerable.Range(1, rows).Skip(request.Skip).Take(request.Take)], request, total);
    }
}
