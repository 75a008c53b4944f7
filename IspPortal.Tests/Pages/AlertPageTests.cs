using Bunit;
using IspPortal.Core.Alerts;
using IspPortal.Core.Alerts.Escalation;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Messaging;
using IspPortal.Core.Monitoring.Series;
using IspPortal.Web.Features.Alerts.Pages;
using Moq;

namespace IspPortal.Tests.Pages;

public sealed class AlertPageTests : PageScene
{
    private static readonly Guid AlertId = Guid.Parse("019a0000-0000-7000-8000-0000000000aa");

    private readonly Mock<IAlertDirectory> _alerts;
    private readonly Mock<IAlertDesk> _desk;

    public AlertPageTests()
    {
        Allow(AlertPermissions.AlertsRead, AlertPermissions.AlertsWrite);
        _alerts = Stub<IAlertDirectory>();
        _desk = Stub<IAlertDesk>();
        Stub<ISeriesReader>().Setup(s => s.QueryAsync(It.IsAny<SeriesQuery>(), It.IsAny<CancellationToken>())).ReturnsAsync((Result<SeriesResult>)new SeriesResult(TimeSpan.FromMinutes(1), []));
        Answer(Details());
    }

    [Fact]
    public void It_says_what_where_how_much_and_who_was_told()
    {
        var page = Open();
        Assert.Equal("CPU is high", page.Find("h1").TextContent);
        Assert.Equal("94.5 %", page.Find("[data-value]").TextContent);
        Assert.Contains("Bagus", page.Find("[data-told] li").TextContent, StringComparison.Ordinal);
        Assert.Contains("WhatsApp", page.Find("[data-told] li").TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(page.FindAll("[data-next-step]"));
        Assert.Equal(["Opened", "Noted"], page.FindAll("[data-moment]").Select(m => m.GetAttribute("data-moment")));
    }

    [Fact]
    public void One_that_is_hidden_says_behind_what()
    {
        Answer(Details() with { Row = Row() with { IsSuppressed = true }, SuppressedByName = "RTR-DEPOK" });
        Assert.Contains("RTR-DEPOK", Open().Find(".notice").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_note_is_kept_and_shown()
    {
        _desk.Setup(d => d.NoteAsync(AlertId, "fan replaced", It.IsAny<CancellationToken>())).ReturnsAsync(Result.Success);
        var page = Open();
        Answer(Details() with { Moments = [new(AlertMomentKind.Noted, Now, "Sari", "fan replaced")] });
        page.Find("#alert-add-note").Input("fan replaced");
        page.Find("form.note-form").Submit();

        page.WaitForAssertion(() => Assert.Contains("fan replaced", page.Find("[data-moments]").TextContent, StringComparison.Ordinal));
        Assert.Equal("", page.Find("#alert-add-note").GetAttribute("value") ?? "");
    }

    [Fact]
    public void Without_the_permission_nothing_can_be_done()
    {
        Allow(AlertPermissions.AlertsRead);
        Assert.Empty(Open().FindAll("button"));
    }

    [Fact]
    public void One_that_is_not_there_says_so()
    {
        _alerts.Setup(a => a.GetAsync(AlertId, It.IsAny<CancellationToken>())).ReturnsAsync((Result<AlertDetails>)AlertErrors.NotFound);
        Assert.Contains("does not exist", Open().Markup, StringComparison.Ordinal);
    }

    private DateTime Now => Clock.GetUtcNow().UtcDateTime;

    private IRenderedComponent<AlertPage> Open() => Open<AlertPage>(p => p.Add(a => a.AlertId, AlertId));

    private void Answer(AlertDetails details) => _alerts.Setup(a => a.GetAsync(AlertId, It.IsAny<CancellationToken>())).ReturnsAsync((Result<AlertDetails>)details);

    private AlertDetails Details() => new(
        Row(), null, [new(AlertMomentKind.Opened, Now.AddMinutes(-5), null, null), new(AlertMomentKind.Noted, Now.AddMinutes(-1), "Sari", "looking")],
        [new AlertToldRow(1, "Bagus", MessageChannel.WhatsApp, Now.AddMinutes(-4))], Now.AddMinutes(10), 0);

    private AlertRow Row() => new(
        AlertId, AlertKind.Metric, AlertSeverity.Warning, AlertStatus.Open, Guid.Parse("019a0000-0000-7000-8000-000000000001"), "RTR-BEKASI", null, null, Now.AddMinutes(-5), null, null, null, null, null, 1,
        RuleKey: "cpu-high", RouterId: Guid.Parse("019a0000-0000-7000-8000-000000000001"), SubjectKind: SeriesSubjectKind.Router, Metric: Metric.CpuPercent, Value: 94.5, Threshold: 90);
}
