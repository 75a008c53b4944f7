using Bunit;
using IspPortal.Core.Billing.Dunning;
using IspPortal.Core.Billing.Print;
using IspPortal.Core.Common.Money;
using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;
using IspPortal.Tests.Pages;
using IspPortal.Web.Features.Dunning.Pages;
using Moq;

namespace IspPortal.Tests.Billing.Dunning;

public sealed class DunningPagesTests : PageScene
{
    private static readonly Guid Run = new("019b0000-0000-7000-8000-0000000000e7");
    private static readonly Guid Account = new("019b0000-0000-7000-8000-0000000000b7");
    private static readonly DateOnly Day = new(2026, 11, 22);
    private static readonly DunningRow Late = new(Account, "BA-202611-000001", Account, "Budi Santoso", DunningStage.IsolirDue, Day, DunningObstacle.None, Money.Idr(222_000), Day.AddDays(-5), 5, null, false);

    private readonly Mock<IDunningDesk> _desk;
    private readonly Mock<IIsolirRuns> _runs;

    public DunningPagesTests()
    {
        Allow(DunningPermissions.DunningRead, DunningPermissions.DunningManage, DunningPermissions.IsolirRun);
        _desk = Stub<IDunningDesk>();
        _runs = Stub<IIsolirRuns>();
        Stub<IRunMessages>().Setup(m => m.OfIsolirRunAsync(Run, It.IsAny<CancellationToken>())).ReturnsAsync(Result.Of<IReadOnlyList<RunMessageShare>>([]));
        _desk.Setup(d => d.TotalsAsync(It.IsAny<CancellationToken>())).ReturnsAsync(Result.Of<IReadOnlyList<DunningStageTotal>>([new(DunningStage.IsolirDue, 1, Money.Idr(222_000))]));
        _desk.Setup(d => d.ListAsync(It.IsAny<DunningFilter>(), It.IsAny<PageRequest>(), It.IsAny<CancellationToken>())).ReturnsAsync((DunningFilter _, PageRequest page, CancellationToken _) => Page<DunningRow>.Of([Late], page, 1));
        _desk.Setup(d => d.HistoryAsync(Account, It.IsAny<PageRequest>(), It.IsAny<CancellationToken>())).ReturnsAsync((Guid _, PageRequest page, CancellationToken _) => Page<DunningEntryRow>.Of(
            [.. Enum.GetValues<DunningEntryKind>().Select(kind => new DunningEntryRow(Guid.CreateVersion7(), Day, DateTime.UnixEpoch, kind, kind switch { DunningEntryKind.Stage => "Late", DunningEntryKind.Told => "after-3 INV-1", _ => "ISO-1" }, null, "Sri"))], page, 1));
        _runs.Setup(r => r.ItemsAsync(Run, It.IsAny<IsolirItemFilter>(), It.IsAny<PageRequest>(), It.IsAny<CancellationToken>())).ReturnsAsync((Guid _, IsolirItemFilter _, PageRequest page, CancellationToken _) =>
            Page<IsolirItemRow>.Of([new(Account, "BA-202611-000001", Account, "Budi Santoso", IsolirItemState.Held, DunningObstacle.Router, "RTR-2", 1, Money.Idr(222_000), Day)], page, 1));
    }

    [Fact]
    public void The_board_shows_stages_with_rupiah_and_what_may_be_done()
    {
        var missing = MissingTexts.Watch(Services);
        var page = Open<DunningPage>();
        page.WaitForAssertion(() => Assert.Contains("Budi Santoso", page.Find("tbody tr").TextContent, StringComparison.Ordinal));
        Assert.Contains("Rp 222,000", page.Find("[data-stage=IsolirDue]").TextContent, StringComparison.Ordinal);
        Assert.Equal((1, 1, 0), (page.FindAll("[data-act=promise]").Count, page.FindAll("[data-act=except]").Count, page.FindAll("[data-act=restore]").Count));
        Assert.Empty(missing.Keys);
    }

    [Fact]
    public void Whoever_may_only_look_gets_no_button()
    {
        Allow(DunningPermissions.DunningRead);
        Told(Row(IsolirRunState.Waiting));
        Stands(Details());
        var board = Open<DunningPage>();
        board.WaitForAssertion(() => Assert.NotEmpty(board.FindAll("tbody tr")));
        Assert.Empty(board.FindAll("[data-act]"));
        Assert.Empty(Open<IsolirRunPage>(p => p.Add(r => r.RunId, Run)).FindAll("[data-act=approve], [data-act=discard]"));
        Assert.Empty(Open<DunningAccountPage>(p => p.Add(r => r.BillingAccountId, Account)).FindAll("[data-act]"));
    }

    [Fact]
    public void An_account_shows_its_bills_its_promise_and_what_happened()
    {
        var missing = MissingTexts.Watch(Services);
        Stands(Details());
        var page = Open<DunningAccountPage>(p => p.Add(a => a.BillingAccountId, Account));
        page.WaitForAssertion(() => Assert.Contains("after", page.Markup, StringComparison.Ordinal));
        Assert.Contains("Rp 11,100", page.Find("[data-open-bills]").TextContent, StringComparison.Ordinal);
        Assert.Equal(2, page.FindAll("[data-promise] li").Count);
        Assert.Equal((1, 1, 1, 1), (page.FindAll("[data-act=withdraw]").Count, page.FindAll("[data-act=waive-late]").Count, page.FindAll("[data-act=restore]").Count, page.FindAll("[data-act=end-exception]").Count));
        Assert.Empty(missing.Keys);
    }

    [Theory]
    [InlineData(IsolirRunState.Waiting, true, true, false)]
    [InlineData(IsolirRunState.Preparing, true, false, false)]
    [InlineData(IsolirRunState.Running, false, false, true)]
    [InlineData(IsolirRunState.Done, false, false, true)]
    [InlineData(IsolirRunState.Undone, false, false, false)]
    public void A_run_offers_what_its_state_allows(IsolirRunState state, bool discard, bool approve, bool undo)
    {
        var missing = MissingTexts.Watch(Services);
        Told(Row(state) with { IsBeyondShare = true, IsUnusual = true });
        var page = Open<IsolirRunPage>(p => p.Add(r => r.RunId, Run));
        Assert.Equal(state.ToString(), page.Find("[data-run-state]").GetAttribute("data-run-state"));
        Assert.Equal((discard, approve, undo), (page.FindAll("[data-act=discard]").Count == 1, page.FindAll("[data-act=approve]").Count == 1, page.FindAll("[data-act=undo]").Count == 1));
        page.WaitForAssertion(() => Assert.Contains("RTR-2", page.Find("tbody tr").TextContent, StringComparison.Ordinal));
        Assert.Empty(missing.Keys);
    }

    [Theory]
    [InlineData(IsolirRunState.Waiting, 1, 0)]
    [InlineData(IsolirRunState.Done, 0, 1)]
    public void A_run_that_ends_lines_says_so_and_takes_its_own_permission(IsolirRunState state, int approve, int undo)
    {
        var missing = MissingTexts.Watch(Services);
        Told(Row(state) with { Kind = DunningRunKind.Termination });
        Assert.Empty(Open<IsolirRunPage>(p => p.Add(r => r.RunId, Run)).FindAll("[data-act]"));
        Allow(DunningPermissions.DunningRead, DunningPermissions.TerminationRun);
        var page = Open<IsolirRunPage>(p => p.Add(r => r.RunId, Run));
        Assert.Equal((approve, undo), (page.FindAll("[data-act=approve]").Count, page.FindAll("[data-act=undo]").Count));
        Assert.Equal(approve, page.FindAll("[data-act=approve]").Count(button => button.TextContent.Contains("End lines", StringComparison.Ordinal)));
        Assert.Empty(missing.Keys);
    }

    [Fact]
    public void A_run_in_observe_mode_cannot_be_approved_and_one_that_is_not_there_says_so()
    {
        Told(Row(IsolirRunState.Waiting) with { IsObserved = true });
        Assert.Empty(Open<IsolirRunPage>(p => p.Add(r => r.RunId, Run)).FindAll("[data-act=approve]"));
        _runs.Setup(r => r.GetAsync(Run, It.IsAny<CancellationToken>())).ReturnsAsync(DunningErrors.RunNotFound);
        Assert.Contains("dunning.run_not_found", Open<IsolirRunPage>(p => p.Add(r => r.RunId, Run)).Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void The_list_of_runs_opens_a_run()
    {
        var missing = MissingTexts.Watch(Services);
        _runs.Setup(r => r.ListAsync(It.IsAny<PageRequest>(), It.IsAny<CancellationToken>())).ReturnsAsync((PageRequest page, CancellationToken _) => Page<IsolirRunRow>.Of([Row(IsolirRunState.Done)], page, 1));
        var page = Open<IsolirRunsPage>();
        page.WaitForAssertion(() => Assert.Equal($"billing/isolir/{Run}", page.Find("tbody a.cell-main").GetAttribute("href")));
        Assert.Equal((1, 0), (page.FindAll("[data-act=new-run]").Count, page.FindAll("[data-act=new-termination]").Count));
        Allow(DunningPermissions.DunningRead, DunningPermissions.TerminationRun);
        page = Open<IsolirRunsPage>();
        Assert.Equal((0, 1), (page.FindAll("[data-act=new-run]").Count, page.FindAll("[data-act=new-termination]").Count));
        Assert.Empty(missing.Keys);
    }

    private static DunningDetails Details() => new(
        Late with { Stage = DunningStage.Isolated, PromisedUntilOn = Day.AddDays(30), NeverIsolir = true },
        [new(Run, "INV-202611-000001", Day.AddDays(-5), Money.Idr(222_000), ["before-3", "due", "after-3", "warn"], "day-1", Money.Idr(11_100))],
        new(Run, Account, "BA-202611-000001", "Budi Santoso", PromiseState.Open, true, Day.AddDays(30), Money.Idr(222_000), "Dua kali", [new(Day, Money.Idr(111_000)), new(Day.AddDays(30), Money.Idr(111_000))], "Sri", DateTime.UnixEpoch, null),
        "Kantor desa",
        Day.AddDays(60),
        true,
        true,
        true,
        "Salah catat");

    private static IsolirRunRow Row(IsolirRunState state) => new(
        Run, "ISO-202611-000001", Day, state, false, 12, 3, 14, 2, Money.Idr(2_664_000), 40, 10, false, false, null, 0, 0, 0, "Sri", DateTime.UnixEpoch, null, null, null, null, 1);

    private void Told(IsolirRunRow row) => _runs.Setup(r => r.GetAsync(Run, It.IsAny<CancellationToken>())).ReturnsAsync(row);

    private void Stands(DunningDetails details) => _desk.Setup(d => d.GetAsync(Account, It.IsAny<CancellationToken>())).ReturnsAsync(details);
}
