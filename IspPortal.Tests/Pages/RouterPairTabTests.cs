using Bunit;
using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Network;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Pairs;
using IspPortal.Core.Network.Provisioning;
using IspPortal.Core.Network.Routers;
using IspPortal.Web.Features.Routers.Parts;
using Moq;

namespace IspPortal.Tests.Pages;

public sealed class RouterPairTabTests : PageScene
{
    private static readonly Guid A = new("019a0000-0000-7000-8000-00000000000a");
    private static readonly Guid B = new("019a0000-0000-7000-8000-00000000000b");
    private static readonly Guid Line = new("019a0000-0000-7000-8000-00000000abcd");
    private static readonly RouterPair Alive = new(A, "RTR-A", RouterState.Online, B, "RTR-B", RouterState.Online, PairMode.Standby, 812, 640, 3, 2, 0, 0, []);

    private readonly Mock<IRouterPairs> _pairs;

    public RouterPairTabTests()
    {
        Allow(NetworkPermissions.RoutersRead, NetworkPermissions.SessionsRead, NetworkPermissions.RoutersApply, NetworkPermissions.AccessesWrite);
        _pairs = Stub<IRouterPairs>();
        _pairs.Setup(pairs => pairs.ListLinesAsync(A, It.IsAny<PairLineFilter>(), It.IsAny<PageRequest>(), It.IsAny<CancellationToken>())).ReturnsAsync((Result<Page<PairLineRow>>)new Page<PairLineRow>(
            [new(Line, AccessService.Pppoe, "budi", AccessState.Active, PairLineState.NoTwin, A, "RTR-A", null, AccessPresence.Online, PlanFindingKind.PasswordUnknown)], 1, 50, 1));
        Answer(Alive);
    }

    [Fact]
    public void A_router_without_a_partner_says_what_a_pair_is()
    {
        Answer(Alive with { PartnerId = null, PartnerName = null, PartnerState = null, Mode = null });
        var tab = Open();
        Assert.Contains("no partner", tab.Markup, StringComparison.Ordinal);
        Assert.Empty(tab.FindAll("[data-figure=here]"));
    }

    [Fact]
    public void Figures_lines_and_what_keeps_them_are_shown()
    {
        var tab = Open();
        Assert.Equal("812", tab.Find("[data-figure=here]").TextContent);
        Assert.Equal("640", tab.Find("[data-figure=there]").TextContent);
        var row = tab.Find("tbody tr").TextContent;
        Assert.Contains("budi", row, StringComparison.Ordinal);
        Assert.Contains("password unknown", row, StringComparison.Ordinal);
        Assert.Empty(tab.FindAll("[data-notice]"));
    }

    [Fact]
    public void A_dead_router_offers_the_move_and_a_reader_only_reads_of_it()
    {
        Answer(Alive with { State = RouterState.Offline });
        Assert.Contains("812 lines; RTR-B can take them over", Open().Find("[data-notice=dead]").TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(Open().FindAll("[data-notice=dead] button"));

        Allow(NetworkPermissions.RoutersRead, NetworkPermissions.SessionsRead, NetworkPermissions.RoutersApply);
        Assert.Empty(Open().FindAll("button.button-primary"));
        Assert.Empty(Open().FindAll("tbody input[type=checkbox]"));
    }

    [Fact]
    public void Lines_that_are_away_can_come_back_only_to_a_router_that_answers()
    {
        Answer(Alive with
        {
            AwayFromRouter = 5,
            OpenPlans = [new(Line, "pair-cleanup", AccessPlanState.Draft, 10, 5, false, Clock.GetUtcNow().UtcDateTime)],
        });
        var tab = Open();
        Assert.Equal(2, tab.FindAll("[data-notice=away] button").Count);
        Assert.Contains("10 steps, 5 sessions end", tab.Find(".pair-plans").TextContent, StringComparison.Ordinal);

        Answer(Alive with { State = RouterState.Offline, Lines = 0, AwayFromRouter = 5 });
        Assert.Empty(Open().FindAll("[data-notice=away] button"));
    }

    [Fact]
    public void The_dialog_shows_what_it_means_before_it_asks_why()
    {
        _pairs.Setup(pairs => pairs.PreviewAsync(A, It.IsAny<PairRequest>(), It.IsAny<CancellationToken>())).ReturnsAsync(
            (Result<PairPreview>)new PairPreview(812, 809, 4, 813, 0, [new(PlanFindingKind.PasswordUnknown, 3, ["tanpa", "lupa"])], "RTR-A"));
        var dialog = Open<PairActionDialog>(parameters => parameters
            .Add(d => d.RouterId, A).Add(d => d.RouterName, "RTR-A").Add(d => d.PartnerName, "RTR-B").Add(d => d.Action, PairAction.MoveToPartner).Add(d => d.Lines, new PairLineFilter()));
        Assert.Equal(("812", "809"), (dialog.Find("[data-figure=lines]").TextContent, dialog.Find("[data-figure=able]").TextContent));
        Assert.Contains("tanpa, lupa", dialog.Find("[data-obstacle=PasswordUnknown]").TextContent, StringComparison.Ordinal);
        Assert.Contains("RTR-A cannot be read now", dialog.Markup, StringComparison.Ordinal);
        Assert.True(dialog.Find("button[type=submit]").HasAttribute("disabled"));
        dialog.Find("#pair-reason").Input("power cut");
        Assert.False(dialog.Find("button[type=submit]").HasAttribute("disabled"));

        // Another moment for the sessions is another preview.
        dialog.Find("#pair-when").Change(nameof(KickTiming.NextRedial));
        _pairs.Verify(pairs => pairs.PreviewAsync(A, It.Is<PairRequest>(r => r.Kicks!.Timing == KickTiming.NextRedial), It.IsAny<CancellationToken>()), Times.Once);
    }

    private void Answer(RouterPair pair) => _pairs.Setup(pairs => pairs.GetAsync(A, It.IsAny<CancellationToken>())).ReturnsAsync((Result<RouterPair>)pair);

    private IRenderedComponent<RouterPairTab> Open() => Open<RouterPairTab>(parameters => parameters.Add(tab => tab.RouterId, A));
}
