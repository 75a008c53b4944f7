using Bunit;
using IspPortal.Core.Audit;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Lab;
using IspPortal.Web.Features.Lab.Pages;
using Moq;
using Radzen.Blazor;

namespace IspPortal.Tests.Pages;

public sealed class LabPageTests : PageScene
{
    private readonly Mock<ILabControl> _lab;
    private readonly Mock<IAuditWriter> _audit;
    private readonly Mock<ILabFibre> _fibre;
    private readonly Mock<ILabPost> _post;

    public LabPageTests()
    {
        Allow(LabPermissions.LabRead, LabPermissions.LabWrite);
        _lab = Stub<ILabControl>();
        _audit = Stub<IAuditWriter>();
        _fibre = Stub<ILabFibre>();
        _fibre.Setup(fibre => fibre.Cuts()).Returns([]);
        _post = Stub<ILabPost>();
        _post.SetupGet(post => post.IsRunning).Returns(true);
        _post.Setup(post => post.Inbox(It.IsAny<int>())).Returns([]);
        _post.Setup(post => post.Providers()).Returns([new LabProviderState(LabProvider.Mail, 0, null)]);
        _lab.SetupGet(lab => lab.IsRunning).Returns(true);
        _lab.Setup(lab => lab.Routers()).Returns([Router()]);
    }

    [Fact]
    public void Without_a_lab_the_page_says_so_and_offers_nothing()
    {
        _lab.SetupGet(lab => lab.IsRunning).Returns(false);

        var page = Open<LabPage>();

        Assert.Contains("No emulated router", page.Find(".empty-state").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("button"));
    }

    [Fact]
    public void One_who_may_only_look_gets_no_switches()
    {
        Allow(LabPermissions.LabRead);

        Assert.Empty(Open<LabPage>().FindAll("button"));
    }

    [Fact]
    public void Fibre_is_cut_by_its_name_and_mended_from_the_list()
    {
        _fibre.Setup(fibre => fibre.CutAsync("ODP-BEKASI-01/02", It.IsAny<CancellationToken>())).ReturnsAsync(11).Callback(() => _fibre.Setup(f => f.Cuts()).Returns([new LabCut("ODP-BEKASI-01/02", 11, DateTime.UnixEpoch)]));
        _fibre.Setup(fibre => fibre.MendAsync("ODP-BEKASI-01/02", It.IsAny<CancellationToken>())).ReturnsAsync(11);
        var page = Open<LabPage>();

        page.Find("#lab-fibre").Input("ODP-BEKASI-01/02");
        page.Find(".lab-fibre form").Submit();
        page.Find(".lab-cut button").Click();

        _fibre.Verify(fibre => fibre.MendAsync("ODP-BEKASI-01/02", It.IsAny<CancellationToken>()));
        _audit.Verify(audit => audit.WriteAsync("fibre_cut", "lab", "ODP-BEKASI-01/02", It.IsAny<object?>(), It.IsAny<CancellationToken>()));
    }

    [Fact]
    public void A_provider_of_messages_misbehaves_as_chosen_and_behaves_again()
    {
        _post.Setup(post => post.Throw(It.IsAny<LabProvider>(), It.IsAny<LabPostFault?>())).Returns(Result.Success);
        var page = Open<LabPage>();

        page.Find("[data-provider=Mail]").Change(nameof(LabPostFault.Slow));
        page.Find("[data-provider=Mail]").Change("");

        _post.Verify(post => post.Throw(LabProvider.Mail, LabPostFault.Slow));
        _post.Verify(post => post.Throw(LabProvider.Mail, null));
        _audit.Verify(audit => audit.WriteAsync(It.IsAny<string>(), "lab", nameof(LabProvider.Mail), It.IsAny<object?>(), It.IsAny<CancellationToken>()), Times.Exactly(2));
    }

    [Fact]
    public void Throwing_a_fault_gives_its_parameters()
    {
        _lab.Setup(lab => lab.ThrowAsync("RTR-BEKASI", It.IsAny<LabFault>(), It.IsAny<CancellationToken>())).ReturnsAsync(Result.Success);
        var dialogs = Open<RadzenDialog>();
        Open<LabPage>().Find(".row-actions button").Click();
        dialogs.Find("#fault-kind").Change(nameof(LabFaultKind.FinMidTable));
        dialogs.Find("#fault-rows").Input("25");

        dialogs.Find("form").Submit();

        _lab.Verify(lab => lab.ThrowAsync("RTR-BEKASI", new LabFault(LabFaultKind.FinMidTable) { AfterRows = 25 }, It.IsAny<CancellationToken>()));
        _audit.Verify(audit => audit.WriteAsync("fault_thrown", "lab", "RTR-BEKASI", It.IsAny<object?>(), It.IsAny<CancellationToken>()));
    }

    [Fact]
    public void A_parameter_out_of_range_is_refused_at_the_field()
    {
        var dialogs = Open<RadzenDialog>();
        Open<LabPage>().Find(".row-actions button").Click();
        dialogs.Find("#fault-kind").Change(nameof(LabFaultKind.Reboot));
        dialogs.Find("#fault-duration").Input("0");

        dialogs.Find("form").Submit();

        Assert.Equal("true", dialogs.Find("#fault-duration").GetAttribute("aria-invalid"));
        _lab.Verify(lab => lab.ThrowAsync(It.IsAny<string>(), It.IsAny<LabFault>(), It.IsAny<CancellationToken>()), Times.Never);
    }

    [Fact]
    public void Somebody_in_winbox_changes_an_account()
    {
        var edits = new List<LabEdit>();
        _lab.Setup(lab => lab.EditAsync("RTR-BEKASI", Capture.In(edits), It.IsAny<CancellationToken>())).ReturnsAsync(Result.Success);
        var dialogs = Open<RadzenDialog>();
        Open<LabPage>().Find(".row-actions button[title='Edit in Winbox']").Click();

        dialogs.Find("form").Submit();
        Assert.Equal(("true", "true"), (dialogs.Find("#edit-item").GetAttribute("aria-invalid"), dialogs.Find("#edit-value").GetAttribute("aria-invalid")));
        Assert.Empty(edits);
        dialogs.Find("#edit-item").Input(" budi ");
        dialogs.Find("#edit-value").Input("HOME-50");
        dialogs.Find("form").Submit();

        var edit = Assert.Single(edits);
        Assert.Equal(("admin", "10.0.0.9", "/ppp/secret/set", "budi", "HOME-50"), (edit.User, edit.Address, edit.Command, edit.Arguments[".id"], edit.Arguments["profile"]));
        _audit.Verify(audit => audit.WriteAsync("edited_in_winbox", "lab", "RTR-BEKASI", It.IsAny<object?>(), It.IsAny<CancellationToken>()));
    }

    [Fact]
    public void A_fault_that_is_on_shows_and_can_be_cleared()
    {
        _lab.Setup(lab => lab.Routers()).Returns([Router() with { Faults = [new LabFault(LabFaultKind.SilentDrop)] }]);
        _lab.Setup(lab => lab.ClearAsync("RTR-BEKASI", It.IsAny<CancellationToken>())).ReturnsAsync((Result)LabErrors.NotRunning);
        var page = Open<LabPage>();
        Assert.Contains("Silent drop", page.Find(".badges").TextContent, StringComparison.Ordinal);

        page.FindAll(".row-actions button").Single(button => button.TextContent.Contains("Clear", StringComparison.Ordinal)).Click();

        Assert.Contains("lab.not_running", page.Find(".error-panel").TextContent, StringComparison.Ordinal);
        _audit.VerifyNoOtherCalls();
    }

    [Fact]
    public void Figures_follow_the_clock()
    {
        var page = Open<LabPage>();
        _lab.Setup(lab => lab.Routers()).Returns([Router() with { PppSessions = 4321 }]);

        Clock.Advance(TimeSpan.FromSeconds(1));

        page.WaitForAssertion(() => Assert.Contains("4,321", page.Markup, StringComparison.Ordinal));
    }

    private static LabRouterStatus Router() => new("RTR-BEKASI", "7.18.2", "CCR2004", 18728, 18729, true, false, 150, 0, 0, 1, 1_000_000, 100_000, 3600, []);
}
