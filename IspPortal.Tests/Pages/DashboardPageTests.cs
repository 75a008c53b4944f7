using Bunit;
using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Monitoring;
using IspPortal.Core.Monitoring.Series;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Routers;
using IspPortal.Core.Reporting;
using IspPortal.Core.Reporting.Dashboards;
using IspPortal.Web.Features.Dashboards.Pages;
using IspPortal.Web.Features.Dashboards.Parts;
using Moq;

namespace IspPortal.Tests.Pages;

/// <summary>A dashboard as it is read and as it is built.</summary>
public sealed class DashboardPageTests : PageScene
{
    private static readonly Guid Id = new("01890a5d-ac96-774b-bcce-b302099a8057");
    private static readonly WidgetSource Down = new(SeriesSubjectKind.Network, Guid.Empty, "", Metric.DownBytes);

    private readonly Mock<IDashboardDirectory> _dashboards;
    private readonly Mock<IDashboardEditor> _editor;
    private readonly Mock<IWidgetReader> _reader;
    private SaveDashboardRequest _content = new()
    {
        Name = "Malam",
        Widgets =
        [
            new DashboardWidget { Id = At(1), Kind = WidgetKind.Number, Box = new(0, 0, 3, 3), Sources = [Down] },
            new DashboardWidget { Id = At(2), Kind = WidgetKind.Table, Box = new(3, 0, 4, 3), RankOf = SeriesSubjectKind.Access, RankBy = Metric.DownBytes },
        ],
    };

    public DashboardPageTests()
    {
        _dashboards = Stub<IDashboardDirectory>();
        _editor = Stub<IDashboardEditor>();
        _reader = Stub<IWidgetReader>();
        Stub<IDashboardLinks>();
        Stub<IRouterDirectory>().Setup(r => r.ListAsync(It.IsAny<RouterFilter>(), It.IsAny<PageRequest>(), It.IsAny<CancellationToken>())).ReturnsAsync((RouterFilter _, PageRequest page, CancellationToken _) => Result.Of(Page<RouterRow>.Of([], page, 0)));
        Stub<IRouterMonitor>();
        Stub<IAccessDirectory>();
        _dashboards.Setup(d => d.GetAsync(Id, It.IsAny<CancellationToken>())).ReturnsAsync(() => Result.Of(new DashboardDetails(new DashboardRow(Id, _content.Name, "sari", true, DashboardVisibility.Private, 2, DateTime.UnixEpoch, 4), _content, true)));
        _reader.Setup(r => r.ReadAsync(It.IsAny<DashboardWidget>(), It.IsAny<DashboardRange>(), WidgetAudience.Staff, It.IsAny<CancellationToken>())).ReturnsAsync((DashboardWidget widget, DashboardRange _, WidgetAudience _, CancellationToken _) =>
        {
            var now = Clock.GetUtcNow().UtcDateTime;
            var empty = new WidgetContent(now.AddDays(-1), now);
            return widget.Kind == WidgetKind.Number
                ? Result.Of(empty with { Figure = new WidgetFigure(2_500_000, 2_000_000, now, null), Lines = [new WidgetLine(Down, null, [new SeriesPoint(now.AddHours(-2), 1, 1), new SeriesPoint(now.AddHours(-1), null, null)])] })
                : empty with { Ranks = [new WidgetRank(SeriesSubjectKind.Access, At(9), "budi", 5_000_000_000, 1), new WidgetRank(SeriesSubjectKind.Access, Guid.Empty, null, 1_000_000_000, 1)] };
        });
        Allow(ReportingPermissions.DashboardsRead, ReportingPermissions.DashboardsWrite);
    }

    [Theory]
    [InlineData("en", "20.0", "before: 16.0 Mbit/s", "Line 2")]
    [InlineData("id", "20,0", "sebelumnya: 16,0 Mbit/s", "Sambungan 2")]
    public void Figures_ranks_and_what_may_not_be_named_are_shown(string language, string now, string before, string unnamed)
    {
        System.Globalization.CultureInfo.CurrentUICulture = System.Globalization.CultureInfo.CurrentCulture = System.Globalization.CultureInfo.GetCultureInfo(language);
        var missing = MissingTexts.Watch(Services);
        var page = Open<DashboardPage>(p => p.Add(one => one.DashboardId, Id));
        Assert.StartsWith(now, page.Find("[data-figure=current]").TextContent.Trim(), StringComparison.Ordinal);
        Assert.Contains("+25", page.Find("[data-figure=change]").TextContent, StringComparison.Ordinal);
        Assert.Contains(before, page.Find(".widget-change").TextContent, StringComparison.Ordinal);
        Assert.Equal(["budi", unnamed], page.FindAll(".rank-name").Select(name => name.TextContent.Trim()));
        Assert.Equal("subscribers/" + At(9), page.Find(".rank-name a").GetAttribute("href"));
        Assert.Empty(page.FindAll("[data-move]"));
        Assert.Empty(missing.Keys);
    }

    [Fact]
    public void A_widget_that_may_not_be_read_says_so_and_keeps_the_others()
    {
        _reader.Setup(r => r.ReadAsync(It.Is<DashboardWidget>(w => w.Kind == WidgetKind.Table), It.IsAny<DashboardRange>(), WidgetAudience.Staff, It.IsAny<CancellationToken>())).ReturnsAsync(IspPortal.Core.Identity.IdentityErrors.Forbidden("monitoring.read"));
        var page = Open<DashboardPage>(p => p.Add(one => one.DashboardId, Id));
        Assert.NotNull(page.Find("[data-kind=Table] .error-panel"));
        Assert.NotNull(page.Find("[data-kind=Number] [data-figure=current]"));
    }

    [Fact]
    public async Task What_is_dragged_and_removed_is_saved_with_the_version_that_was_read()
    {
        Address.NavigateTo($"dashboards/{Id}?edit=1");
        SaveDashboardRequest? saved = null;
        _editor.Setup(e => e.SaveAsync(Id, 4, It.IsAny<SaveDashboardRequest>(), It.IsAny<CancellationToken>())).ReturnsAsync((Guid _, long _, SaveDashboardRequest request, CancellationToken _) =>
        {
            (saved, _content) = (request, request);
            return 5L;
        });
        var page = Open<DashboardPage>(p => p.Add(one => one.DashboardId, Id));
        Assert.Equal(2, page.FindAll("[data-move]").Count);
        await page.InvokeAsync(() => page.Instance.PutAsync(At(2), 0, 0, 6, 4));
        Assert.Equal("--x:1;--y:1;--w:6;--h:4", page.Find($"[data-widget='{At(2)}']").GetAttribute("style"));
        Assert.Equal("--x:1;--y:5;--w:3;--h:3", page.Find($"[data-widget='{At(1)}']").GetAttribute("style"));
        Assert.Contains("6", page.Find("[data-place]").TextContent, StringComparison.Ordinal);

        await page.Find($"[data-widget='{At(1)}'] [data-act=remove-widget]").ClickAsync(new());
        await page.Find("[data-act=save]").ClickAsync(new());
        Assert.Equal([(At(2), new WidgetBox(0, 0, 6, 4))], saved!.Widgets.Select(w => (w.Id, w.Box)));
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("[data-move]")));
    }

    [Fact]
    public async Task Who_was_slower_is_told_and_keeps_the_draft()
    {
        Address.NavigateTo($"dashboards/{Id}?edit=1");
        _editor.Setup(e => e.SaveAsync(Id, 4, It.IsAny<SaveDashboardRequest>(), It.IsAny<CancellationToken>())).ReturnsAsync(IspPortal.Core.Common.CommonErrors.VersionConflict);
        var page = Open<DashboardPage>(p => p.Add(one => one.DashboardId, Id));
        await page.InvokeAsync(() => page.Instance.PutAsync(At(1), 8, 0, 3, 3));
        await page.Find("[data-act=save]").ClickAsync(new());
        Assert.Contains("common.version_conflict", page.Markup, StringComparison.Ordinal);
        Assert.Equal("--x:9;--y:1;--w:3;--h:3", page.Find($"[data-widget='{At(1)}']").GetAttribute("style"));
    }

    [Fact]
    public void The_feed_moves_the_figure_without_reading_anew()
    {
        var page = Open<DashboardPage>(p => p.Add(one => one.DashboardId, Id));
        Feed.Publish(MonitoringTopics.Totals, new NetworkTotals(Clock.GetUtcNow().UtcDateTime, 42_000_000, 1, 1, 1, 0, 1, 0, 0, 0, [], [], [], []));
        Clock.Advance(TimeSpan.FromSeconds(1));
        page.WaitForAssertion(() => Assert.StartsWith("42.0", page.Find("[data-figure=current]").TextContent.Trim(), StringComparison.Ordinal));
        _reader.Verify(r => r.ReadAsync(It.Is<DashboardWidget>(w => w.Kind == WidgetKind.Number), It.IsAny<DashboardRange>(), It.IsAny<WidgetAudience>(), It.IsAny<CancellationToken>()), Times.Once);
    }

    [Fact]
    public void It_is_read_anew_at_its_pace()
    {
        var page = Open<DashboardPage>(p => p.Add(one => one.DashboardId, Id));
        for (var n = 0; n < 31; n++)
        {
            Clock.Advance(TimeSpan.FromSeconds(1));
        }

        page.WaitForAssertion(() => _reader.Verify(r => r.ReadAsync(It.Is<DashboardWidget>(w => w.Kind == WidgetKind.Table), It.IsAny<DashboardRange>(), It.IsAny<WidgetAudience>(), It.IsAny<CancellationToken>()), Times.Exactly(2)));
    }

    [Fact]
    public async Task A_widget_is_filled_in_and_judged_in_its_dialog()
    {
        DashboardWidget? made = null;
        var dialog = Open<WidgetDialog>(p => p.Add(one => one.Widget, new DashboardWidget { Id = At(7), Kind = WidgetKind.Number }).Add(one => one.Taken, taken => made = taken));
        await dialog.Find("#source-0-kind").ChangeAsync(new() { Value = "Router" });
        await dialog.Find("form").SubmitAsync();
        Assert.NotNull(dialog.Find("[role=alert]"));
        Assert.Null(made);
        await dialog.Find("#source-0-kind").ChangeAsync(new() { Value = "Network" });
        await dialog.Find("#source-0-metric").ChangeAsync(new() { Value = "Sessions" });
        await dialog.Find("#widget-warning").InputAsync(new() { Value = "100" });
        await dialog.Find("form").SubmitAsync();
        Assert.Equal((Metric.Sessions, 100.0), (made!.Sources[0].Metric, made.Warning!.Value));
    }

    private static Guid At(int n) => new($"01890a5d-ac96-774b-bcce-0000000000{n:00}");
}
