using Bunit;
using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Network;
using IspPortal.Core.Network.Addressing;
using IspPortal.Web.Features.Addressing.Pages;
using IspPortal.Web.Features.Addressing.Parts;
using Moq;

namespace IspPortal.Tests.Pages;

public sealed class AddressingPageTests : PageScene
{
    private static readonly Guid Bekasi = Guid.Parse("019a0000-0000-7000-8000-000000000001");
    private static readonly Guid Line = Guid.Parse("019a0000-0000-7000-8000-000000000002");

    private readonly Mock<IAddressing> _addressing;
    private readonly Mock<IAddressAssigner> _assigner;

    public AddressingPageTests()
    {
        Allow(NetworkPermissions.RoutersRead, NetworkPermissions.RoutersOperate, NetworkPermissions.AccessesWrite);
        _addressing = Stub<IAddressing>();
        _assigner = Stub<IAddressAssigner>();
        Routers(new AddressRouterRow(Bekasi, "RTR-BEKASI", Clock.GetUtcNow().UtcDateTime, null, null, 1, 0, 0));
        Pools();
        Conflicts();
    }

    [Fact]
    public void A_figure_that_nobody_knows_is_a_dash_and_never_a_zero()
    {
        Pools(Pool("pppoe-pool") with { Used = null, Free = null, UsedPercent = null, ChainUsedPercent = null });

        var row = Open<AddressingPage>().Find("tbody tr").TextContent;

        Assert.Contains("–", row, StringComparison.Ordinal);
        Assert.DoesNotContain("0 %", row, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pool_that_is_nearly_full_says_since_when_and_who_hands_it_out()
    {
        Pools(Pool("pppoe-pool") with { AboveSinceUtc = Clock.GetUtcNow().UtcDateTime.AddHours(-3), FixedAddresses = 4, IsStale = true });

        var page = Open<AddressingPage>();

        var row = page.Find("tr.row-stale");
        Assert.Contains("nearly full since", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("profile HOME-20", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("Fixed addresses inside: 4", row.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_router_that_could_not_be_read_and_one_never_read_are_said()
    {
        Routers(
            new AddressRouterRow(Bekasi, "RTR-BEKASI", null, "routeros.connect_refused", null, 0, 0, 0),
            new AddressRouterRow(Line, "RTR-TAMBUN", null, null, null, 0, 0, 0));

        var notices = string.Join(' ', Open<AddressingPage>().FindAll(".notice").Select(notice => notice.TextContent));

        Assert.Contains("RTR-BEKASI could not be read", notices, StringComparison.Ordinal);
        Assert.Contains("routeros.connect_refused", notices, StringComparison.Ordinal);
        Assert.Contains("Routers not read yet: 1", notices, StringComparison.Ordinal);
    }

    [Fact]
    public void Reading_a_router_is_offered_for_the_chosen_one_to_who_may()
    {
        Address.NavigateTo($"addressing?router={Bekasi}");
        _addressing.Setup(a => a.ReadAsync(Bekasi, It.IsAny<CancellationToken>())).ReturnsAsync(Result.Of(3));

        var page = Open<AddressingPage>();
        page.Find(".grid-tools-end .button").Click();

        _addressing.Verify(a => a.ReadAsync(Bekasi, It.IsAny<CancellationToken>()), Times.Once);
        _addressing.Verify(a => a.ListPoolsAsync(new AddressPoolFilter(Bekasi), It.IsAny<PageRequest>(), It.IsAny<CancellationToken>()), Times.Exactly(2));
    }

    [Fact]
    public void Who_may_only_look_is_offered_nothing_to_do()
    {
        Allow(NetworkPermissions.RoutersRead);
        Conflicts(Conflict(AddressConflictKind.GivenTwice));
        Address.NavigateTo($"addressing?tab=conflicts&router={Bekasi}");

        Assert.Empty(Open<AddressingPage>().FindAll("tbody button"));
    }

    [Fact]
    public void A_conflict_says_what_it_means_what_to_do_and_between_whom()
    {
        Conflicts(Conflict(AddressConflictKind.InsidePool));
        Address.NavigateTo("addressing?tab=conflicts");

        var row = Open<AddressingPage>().Find("tbody tr");

        Assert.Contains("may hand this address to somebody else", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("Take the address out of the pool", row.TextContent, StringComparison.Ordinal);
        Assert.Equal($"subscribers/{Line}", row.QuerySelector(".conflict-parties a")!.GetAttribute("href"));
        Assert.Contains("RTR-BEKASI", row.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void The_address_decides_which_conflicts_are_asked_for()
    {
        Address.NavigateTo($"addressing?tab=conflicts&kind=giventwice&state=resolved&router={Bekasi}&line={Line}&q=10.0");

        Open<AddressingPage>();

        _addressing.Verify(a => a.ListConflictsAsync(
            new AddressConflictFilter(AddressConflictKind.GivenTwice, AddressConflictState.Resolved, Bekasi, Line), It.Is<PageRequest>(page => page.Search == "10.0"), It.IsAny<CancellationToken>()));
    }

    [Fact]
    public void The_address_decides_which_fixed_addresses_are_asked_for()
    {
        _addressing.Setup(a => a.ListAssignmentsAsync(It.IsAny<AddressAssignmentFilter>(), It.IsAny<PageRequest>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((Result<Page<AddressAssignmentRow>>)new Page<AddressAssignmentRow>([], 1, 50, 0));
        Address.NavigateTo($"addressing?tab=assignments&router={Bekasi}&pool={Line}&owned=no&live=yes");

        Open<AddressingPage>();

        _addressing.Verify(a => a.ListAssignmentsAsync(new AddressAssignmentFilter(Bekasi, Line, false, true), It.IsAny<PageRequest>(), It.IsAny<CancellationToken>()));
    }

    [Fact]
    public void An_address_inside_a_pool_is_warned_of_and_one_that_is_given_is_an_error()
    {
        _assigner.Setup(a => a.CheckAsync(Bekasi, "10.0.0.5", null, It.IsAny<CancellationToken>())).ReturnsAsync(Result.Of(new AddressCheck("budi", [], ["pppoe-pool"])));

        var note = Open<AddressCheckNote>(p => p.Add(n => n.RouterId, Bekasi.ToString()).Add(n => n.Address, " 10.0.0.5 "));

        Assert.Contains("10.0.0.5 lies in the pool pppoe-pool", note.Find(".notice").TextContent, StringComparison.Ordinal);
        Assert.Contains("belongs to the line budi", note.Find(".field-error").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void The_next_free_address_of_a_pool_is_offered_for_a_new_line()
    {
        var pool = Guid.Parse("019a0000-0000-7000-8000-000000000009");
        Pools(Pool("tetap") with { Id = pool, Users = [] }, Pool("v6") with { Id = Line, Family = PoolFamily.Ipv6Prefix });
        _assigner.Setup(a => a.FindFreeInPoolAsync(pool, It.IsAny<CancellationToken>())).ReturnsAsync(Result.Of(new FreeAddress("10.0.0.14", Bekasi)));
        var page = Open<AddressingPage>();

        // Addresses are given out of the first alone.
        Assert.Single(page.FindAll("tbody .pool-usage button")).Click();

        Assert.Contains("10.0.0.14 is free: pool tetap of RTR-BEKASI", page.Find("[data-free]").TextContent, StringComparison.Ordinal);
        Assert.Equal($"subscribers/new?router={Bekasi}&address=10.0.0.14", page.Find("[data-free] a").GetAttribute("href"));

        _assigner.Setup(a => a.FindFreeInPoolAsync(pool, It.IsAny<CancellationToken>())).ReturnsAsync(AddressingErrors.NothingFree("10.0.0.10-10.0.0.109"));
        page.Find("tbody .pool-usage button").Click();
        Assert.Empty(page.FindAll("[data-free]"));
        Assert.Contains("addressing.nothing_free", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_form_takes_the_next_free_address_of_a_pool_or_of_a_range()
    {
        var kept = Guid.Parse("019a0000-0000-7000-8000-000000000009");
        Pools(Pool("pppoe-pool") with { Id = Line }, Pool("tetap") with { Id = kept, Users = [] });
        _assigner.Setup(a => a.FindFreeInPoolAsync(kept, It.IsAny<CancellationToken>())).ReturnsAsync(Result.Of(new FreeAddress("10.0.0.14", Bekasi)));
        _assigner.Setup(a => a.FindFreeAsync(Bekasi, "10.9.0.0/24", It.IsAny<CancellationToken>())).ReturnsAsync(Result.Of(new FreeAddress("10.9.0.1", Bekasi)));
        _assigner.Setup(a => a.FindFreeAsync(Bekasi, "kantor", It.IsAny<CancellationToken>())).ReturnsAsync(AddressingErrors.NotARange);
        var found = new List<string>();
        var finder = Open<FreeAddressFinder>(p => p.Add(n => n.RouterId, Bekasi.ToString()).Add(n => n.OnFound, (string address) => found.Add(address)));

        // What nothing hands out is chosen by itself.
        Assert.Equal(kept.ToString(), finder.Find("#free-from").GetAttribute("value"));
        finder.Find("#free-find").Click();
        finder.Find("#free-from").Change("");
        Assert.True(finder.Find("#free-find").HasAttribute("disabled"));
        finder.Find("#free-range").Input("10.9.0.0/24");
        finder.Find("#free-find").Click();
        Assert.Equal(["10.0.0.14", "10.9.0.1"], found);

        finder.Find("#free-range").Input("kantor");
        finder.Find("#free-find").Click();
        Assert.Single(finder.FindAll(".field-error"));
        Assert.Equal(2, found.Count);
    }

    [Fact]
    public void A_form_without_a_router_is_told_to_choose_one()
    {
        var finder = Open<FreeAddressFinder>(p => p.Add(n => n.RouterId, ""));
        Assert.True(finder.Find("#free-find").HasAttribute("disabled"));
        Assert.Contains("Choose the router first", finder.Markup, StringComparison.Ordinal);
    }

    private void Routers(params AddressRouterRow[] rows) =>
        _addressing.Setup(a => a.ListRoutersAsync(It.IsAny<CancellationToken>())).ReturnsAsync(Result.Of<IReadOnlyList<AddressRouterRow>>(rows));

    private void Pools(params AddressPoolRow[] rows) =>
        _addressing.Setup(a => a.ListPoolsAsync(It.IsAny<AddressPoolFilter>(), It.IsAny<PageRequest>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((Result<Page<AddressPoolRow>>)new Page<AddressPoolRow>(rows, 1, 50, rows.Length));

    private void Conflicts(params AddressConflictRow[] rows) =>
        _addressing.Setup(a => a.ListConflictsAsync(It.IsAny<AddressConflictFilter>(), It.IsAny<PageRequest>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((Result<Page<AddressConflictRow>>)new Page<AddressConflictRow>(rows, 1, 50, rows.Length));

    private AddressPoolRow Pool(string name) => new(
        Guid.Empty, Bekasi, "RTR-BEKASI", PoolFamily.Ipv4, name, "10.0.0.10-10.0.0.109", null, null, [new PoolUser(PoolUserKind.PppProfile, "HOME-20")], 100, 95, 5, 95, 95, null, 0,
        Clock.GetUtcNow().UtcDateTime, false);

    private AddressConflictRow Conflict(AddressConflictKind kind) => new(
        Guid.Empty, kind, AddressConflictState.Open, "10.0.0.5",
        [new(AddressPartyRole.Assigned, Bekasi, "RTR-BEKASI", "budi", Line, true), new(AddressPartyRole.Pool, Bekasi, "RTR-BEKASI", "pppoe-pool", null, false)],
        Clock.GetUtcNow().UtcDateTime.AddDays(-1), Clock.GetUtcNow().UtcDateTime, null, false, null, null, null);
}
