using Bunit;
using IspPortal.Core.Alerts;
using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;
using IspPortal.Web.Features.Alerts.Pages;
using Moq;
using Radzen.Blazor;

namespace IspPortal.Tests.Pages;

public sealed class AlertsPageTests : PageScene
{
    private readonly Mock<IAlertDirectory> _alerts;
    private readonly Mock<IAlertDesk> _desk;

    public AlertsPageTests()
    {
        Allow(AlertPermissions.AlertsRead, AlertPermissions.AlertsWrite);
        _alerts = Stub<IAlertDirectory>();
        _desk = Stub<IAlertDesk>();
        Answer(Row());
    }

    [Fact]
    public void Without_a_choice_only_active_alerts_are_asked_for()
    {
        Open<AlertsPage>();

        var wanted = new AlertFilter(ActiveOnly: true, IsSuppressed: false);
        _alerts.Verify(alerts => alerts.ListAsync(wanted, It.IsAny<PageRequest>(), It.IsAny<CancellationToken>()));
    }

    [Theory]
    [InlineData("suppressed", true, null)]
    [InlineData("flapping", null, true)]
    public void What_is_hidden_or_flaps_is_listed_when_it_is_asked_for(string chip, bool? isSuppressed, bool? isFlapping)
    {
        Address.NavigateTo($"alerts?only={chip}");

        Open<AlertsPage>();

        var wanted = new AlertFilter(ActiveOnly: true, IsSuppressed: isSuppressed, IsFlapping: isFlapping);
        _alerts.Verify(alerts => alerts.ListAsync(wanted, It.IsAny<PageRequest>(), It.IsAny<CancellationToken>()));
    }

    [Theory]
    [InlineData("resolved", AlertStatus.Resolved)]
    [InlineData("all", null)]
    public void The_chip_in_the_address_decides_the_status(string chip, AlertStatus? status)
    {
        Address.NavigateTo($"alerts?status={chip}");

        Open<AlertsPage>();

        var wanted = new AlertFilter(status);
        _alerts.Verify(alerts => alerts.ListAsync(wanted, It.IsAny<PageRequest>(), It.IsAny<CancellationToken>()));
    }

    [Fact]
    public void One_who_may_only_look_gets_no_buttons()
    {
        Allow(AlertPermissions.AlertsRead);

        Assert.Empty(Open<AlertsPage>().FindAll(".row-actions button"));
    }

    [Fact]
    public void An_unknown_number_of_sessions_is_a_dash()
    {
        Answer(Row() with { AffectedSessions = null });

        var cells = Open<AlertsPage>().FindAll("tbody tr td").Select(cell => cell.TextContent.Trim()).ToArray();

        Assert.Contains("–", cells);
        Assert.DoesNotContain("0", cells);
    }

    [Fact]
    public void Resolving_without_a_note_keeps_the_dialog_and_marks_the_field()
    {
        _desk.Setup(desk => desk.ResolveAsync(It.IsAny<Guid>(), It.IsAny<long?>(), "", It.IsAny<CancellationToken>())).ReturnsAsync((Result)AlertErrors.NoteRequired);
        var dialogs = Open<RadzenDialog>();
        Open<AlertsPage>().FindAll(".row-actions button")[1].Click();

        dialogs.Find("form").Submit();

        Assert.Equal("true", dialogs.Find("#alert-note").GetAttribute("aria-invalid"));
    }

    [Fact]
    public void Acknowledging_closes_the_dialog_and_reads_the_list_again()
    {
        var alert = Row();
        Answer(alert);
        _desk.Setup(desk => desk.AcknowledgeAsync(alert.Id, alert.Version, "on my way", It.IsAny<CancellationToken>())).ReturnsAsync(Result.Success);
        var dialogs = Open<RadzenDialog>();
        var page = Open<AlertsPage>();
        page.FindAll(".row-actions button")[0].Click();
        Answer(alert with { Status = AlertStatus.Acknowledged, AcknowledgedBy = "Sari", AcknowledgedAtUtc = alert.OpenedAtUtc });

        dialogs.Find("#alert-note").Input("on my way");
        dialogs.Find("form").Submit();

        page.WaitForAssertion(() => Assert.Contains("Acknowledged by Sari", page.Markup, StringComparison.Ordinal));
        Assert.Empty(dialogs.FindAll("form"));
    }

    [Fact]
    public void A_new_alert_appears_without_a_click()
    {
        Answer();
        var page = Open<AlertsPage>();
        Assert.Contains("All quiet", page.Markup, StringComparison.Ordinal);
        Answer(Row());

        Feed.Publish(AlertTopics.Summary, new AlertSummary(1, 0, AlertSeverity.Critical, [Row()]));
        Clock.Advance(TimeSpan.FromSeconds(1));

        page.WaitForAssertion(() => Assert.Contains("RTR-BEKASI", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Leaving_gives_the_subscription_back()
    {
        Open<AlertsPage>();
        Assert.Equal(1, Feed.SubscriptionCount);

        await DisposeComponentsAsync();

        Assert.Equal(0, Feed.SubscriptionCount);
    }

    private void Answer(params AlertRow[] rows) =>
        _alerts.Setup(alerts => alerts.ListAsync(It.IsAny<AlertFilter>(), It.IsAny<PageRequest>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((Result<Page<AlertRow>>)new Page<AlertRow>(rows, 1, 50, rows.Length));

    private AlertRow Row() => new(
        Guid.Parse("019a0000-0000-7000-8000-0000000000aa"), AlertKind.RouterUnreachable, AlertSeverity.Critical, AlertStatus.Open, Guid.Parse("019a0000-0000-7000-8000-000000000001"),
        "RTR-BEKASI", "routeros.silent", 812, Clock.GetUtcNow().UtcDateTime.AddMinutes(-2), null, null, null, null, null, 1);
}
