using Bunit;
using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Identity;
using IspPortal.Core.Network;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Routers;
using IspPortal.Core.Network.Sessions;
using IspPortal.Web.Features.Sessions.Pages;
using Moq;

namespace IspPortal.Tests.Pages;

public sealed class SessionsPageTests : PageScene
{
    private static readonly Guid Bekasi = Guid.Parse("019a0000-0000-7000-8000-000000000001");

    private readonly Mock<ISessionDirectory> _sessions;
    private readonly Mock<IRouterDirectory> _routers;

    public SessionsPageTests()
    {
        Allow(NetworkPermissions.SessionsRead, NetworkPermissions.RoutersRead);
        _sessions = Stub<ISessionDirectory>();
        _routers = Stub<IRouterDirectory>();
        _routers.Setup(directory => directory.ListAsync(It.IsAny<RouterFilter>(), It.IsAny<PageRequest>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(Result(new Page<RouterRow>([], 1, 100, 0)));
    }

    [Fact]
    public void Unknown_rates_show_as_a_dash_and_never_as_zero()
    {
        Answer(stale: 0, Row("budi", down: null));

        var page = Open<SessionsPage>();

        var cells = page.FindAll("tbody tr td .quantity").Select(cell => cell.TextContent.Trim()).ToArray();
        Assert.Equal(["–", "–"], cells);
    }

    [Fact]
    public void Routers_that_cannot_be_read_are_counted_and_their_rows_look_stale()
    {
        Answer(stale: 2, Row("budi", down: 1_000_000) with { IsStale = true }, Row("siti", down: 2_000_000));

        var page = Open<SessionsPage>();

        Assert.Contains("2 routers cannot be read", page.Find(".notice").TextContent, StringComparison.Ordinal);
        Assert.Single(page.FindAll("tr.row-stale"));
        Assert.Contains("stale", page.Find("tr.row-stale .stale-mark").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stale_session_stops_growing_older()
    {
        var now = Clock.GetUtcNow().UtcDateTime;
        Answer(stale: 1, Row("budi", down: 1) with { IsStale = true, StartedAtUtc = now.AddHours(-3), AsOfUtc = now.AddHours(-1) });

        var page = Open<SessionsPage>();

        Assert.Contains("2 h", page.Find("tbody tr").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("3 h", page.Find("tbody tr").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void The_address_decides_what_is_asked_for()
    {
        Answer(stale: 0);
        Address.NavigateTo($"sessions?router={Bekasi}&service=hotspot&rate=10&q=budi&sort=username&page=2");

        Open<SessionsPage>();

        _sessions.Verify(directory => directory.ListAsync(
            new SessionFilter(Bekasi, AccessService.Hotspot, 10_000_000),
            It.Is<PageRequest>(request => request.Page == 2 && request.Search == "budi" && request.Sort == "username" && !request.Descending),
            It.IsAny<CancellationToken>()));
    }

    [Fact]
    public void Nothing_live_says_what_a_session_is()
    {
        Answer(stale: 0);

        Assert.Contains("No session is live", Open<SessionsPage>().Find(".empty-state").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_that_matches_offers_to_clear_the_filters()
    {
        Answer(stale: 0);
        Address.NavigateTo("sessions?rate=100");
        var page = Open<SessionsPage>();

        page.Find(".empty-state button").Click();

        Assert.DoesNotContain("rate", Address.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_permission_is_said_with_its_code()
    {
        _sessions.Setup(directory => directory.ListAsync(It.IsAny<SessionFilter>(), It.IsAny<PageRequest>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((Result<SessionPage>)IdentityErrors.Forbidden(NetworkPermissions.SessionsRead));

        var panel = Open<SessionsPage>().Find(".error-panel");

        Assert.Equal("forbidden", panel.GetAttribute("data-kind"));
        Assert.Contains("identity.forbidden", panel.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void While_the_first_page_is_read_placeholders_stand_in()
    {
        _sessions.Setup(directory => directory.ListAsync(It.IsAny<SessionFilter>(), It.IsAny<PageRequest>(), It.IsAny<CancellationToken>()))
            .Returns(new TaskCompletionSource<Result<SessionPage>>().Task);

        Assert.NotEmpty(Open<SessionsPage>().FindAll(".skeleton"));
    }

    [Fact]
    public void Figures_are_read_again_every_few_seconds()
    {
        Answer(stale: 0, Row("budi", down: 1_000_000));
        var page = Open<SessionsPage>();
        Answer(stale: 0, Row("budi", down: 7_000_000));

        Clock.Advance(TimeSpan.FromSeconds(6));

        page.WaitForAssertion(() => Assert.Contains("7.00", page.Find("tbody tr").TextContent, StringComparison.Ordinal));
    }

    private void Answer(int stale, params SessionRow[] rows) =>
        _sessions.Setup(directory => directory.ListAsync(It.IsAny<SessionFilter>(), It.IsAny<PageRequest>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(Result(new SessionPage(new Page<SessionRow>(rows, 1, 50, rows.Length), stale, Clock.GetUtcNow().UtcDateTime)));

    private SessionRow Row(string username, long? down)
    {
        var now = Clock.GetUtcNow().UtcDateTime;
        return new SessionRow(Guid.CreateVersion7(), Bekasi, "RTR-BEKASI", AccessService.Pppoe, username, "10.20.3.17", "AA:BB:CC:00:11:22", now.AddHours(-1), down, down, now, IsStale: false);
    }

    private static Result<T> Result<T>(T value) => value;
}
