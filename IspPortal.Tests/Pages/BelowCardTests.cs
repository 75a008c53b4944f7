using System.Globalization;
using Bunit;
using IspPortal.Core.Common.Money;
using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Mapping;
using IspPortal.Core.Mapping.Causes;
using IspPortal.Core.Mapping.Geo;
using IspPortal.Core.Mapping.Tracing;
using IspPortal.Core.Network.Access;
using IspPortal.Web.Features.Plant.Pages;
using IspPortal.Web.Features.Plant.Parts;
using Moq;

namespace IspPortal.Tests.Pages;

/// <summary>Who hangs below a thing of the plant.</summary>
public sealed class BelowCardTests : PageScene
{
    private static readonly PlantElement Cable = new(PlantElementKind.Cable, Guid.Parse("019a0000-0000-7000-8000-0000000000e1"));
    private static readonly Guid Budi = Guid.Parse("019a0000-0000-7000-8000-0000000000e2");

    private readonly Mock<IPlantTracer> _tracer;
    private readonly List<PageRequest> _asked = [];

    public BelowCardTests()
    {
        Allow(MappingPermissions.MapRead);
        _tracer = Stub<IPlantTracer>();
        Answer(45, Money.Idr(9_000_000));
        _tracer.Setup(t => t.BranchAsync(Cable, It.IsAny<CancellationToken>())).ReturnsAsync(new PlantBranch([], [new GeoPoint(-6.25, 107)], [Budi], 0));
    }

    [Fact]
    public void They_are_counted_listed_and_lit()
    {
        (PlantBranch? Branch, Guid? Line) told = default;
        var card = Open<BelowCard>(p => p.Add(c => c.Element, Cable).Add(c => c.OnBranch, (PlantBranch? branch) => told.Branch = branch).Add(c => c.OnLine, (Guid line) => told.Line = line));

        Assert.Equal("Below Cable DST-1", card.Find("h2").TextContent);
        Assert.Equal(["45", "40", "3", "2"], new[] { "lines", "online", "offline", "unknown" }.Select(figure => card.Find($"[data-figure={figure}]").TextContent));
        Assert.Contains("9,000,000", card.Find("[data-figure=monthly]").TextContent, StringComparison.Ordinal);
        Assert.Equal([Budi], told.Branch!.Ids);
        Assert.Contains("Offline", card.Find($"[data-line='{Budi}'] .badge[data-tone=bad]").TextContent, StringComparison.Ordinal);
        card.Find($"[data-line='{Budi}'] .link-button").Click();
        Assert.Equal(Budi, told.Line);
    }

    [Fact]
    public void The_search_and_the_page_are_in_the_address()
    {
        var card = Open<BelowCard>(p => p.Add(c => c.Element, Cable));
        Assert.Equal($"subscribers/{Budi}", card.Find($"[data-line='{Budi}'] a").GetAttribute("href"));
        card.FindAll(".grid-pager button")[1].Click();
        card.WaitForAssertion(() => Assert.Equal(2, _asked[^1].Page));
        Assert.Contains("who-page=2", Address.Uri, StringComparison.Ordinal);

        card.Find("input[type=search]").Input("budi");
        Clock.Advance(TimeSpan.FromSeconds(1));
        card.WaitForAssertion(() => Assert.Equal((1, "budi"), (_asked[^1].Page, _asked[^1].Search)));
        Assert.Contains("who=budi", Address.Uri, StringComparison.Ordinal);
        Assert.DoesNotContain("who-page", Address.Uri, StringComparison.Ordinal);
        _tracer.Verify(t => t.BranchAsync(It.IsAny<PlantElement>(), It.IsAny<CancellationToken>()), Times.Never);
    }

    [Fact]
    public void It_is_read_anew_by_itself_unless_it_is_half_the_network()
    {
        var card = Open<BelowCard>(p => p.Add(c => c.Element, Cable));
        Pass(10);
        card.WaitForAssertion(() => Assert.Equal(2, _asked.Count));

        Answer(12_000, null);
        Pass(10);
        card.WaitForAssertion(() => Assert.Equal("12,000", card.Find("[data-figure=lines]").TextContent));
        Assert.Empty(card.FindAll("[data-figure=monthly]"));
        Pass(20);
        Assert.Equal(3, _asked.Count);
    }

    [Fact]
    public void Where_nobody_hangs_it_says_so_and_what_is_gone_is_told()
    {
        Answer(0, Money.Zero);
        Assert.Contains("No line hangs below it.", Open<BelowCard>(p => p.Add(c => c.Element, Cable)).Markup, StringComparison.Ordinal);
        _tracer.Setup(t => t.BelowAsync(Cable, It.IsAny<PageRequest>(), It.IsAny<CancellationToken>())).ReturnsAsync(MappingErrors.ElementNotFound);
        Assert.Contains("mapping.element_not_found", Open<BelowCard>(p => p.Add(c => c.Element, Cable)).Find(".error-panel").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_of_its_own_is_asked_by_the_address()
    {
        Address.NavigateTo($"plant/below?kind=cable&id={Cable.Id}");
        var page = Open<BelowPage>();
        Assert.Single(page.FindAll("[data-below=cable]"));
        Assert.Equal($"map?way={Cable.Id}&below=1", page.Find("[data-act=map]").GetAttribute("href"));

        Address.NavigateTo("plant/below?kind=moon&id=x");
        page.WaitForAssertion(() => Assert.Contains("mapping.element_not_found", page.Find(".error-panel").TextContent, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("[data-act=map]"));
    }

    private void Pass(int seconds)
    {
        for (var second = 0; second < seconds; second++)
        {
            Clock.Advance(TimeSpan.FromSeconds(1));
        }
    }

    private void Answer(int lines, Money? monthly) => _tracer.Setup(t => t.BelowAsync(Cable, It.IsAny<PageRequest>(), It.IsAny<CancellationToken>())).ReturnsAsync((PlantElement element, PageRequest page, CancellationToken _) =>
    {
        _asked.Add(page);
        LineBelow[] rows = lines == 0 ? [] : [new(Budi, "budi.43", AccessPresence.Offline, null, "Budi <1>", Money.Idr(200_000)), new(Guid.Empty, string.Create(CultureInfo.InvariantCulture, $"line{page.Page}"), AccessPresence.Online, null, null, null)];
        return (Result<LinesBelow>)new LinesBelow(element, "DST-1", lines, Math.Max(0, lines - 5), 3, 2, monthly, Page<LineBelow>.Of(rows, page, lines));
    });
}
