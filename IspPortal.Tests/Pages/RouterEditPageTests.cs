using Bunit;
using IspPortal.Core.Common;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Network;
using IspPortal.Core.Network.Pairs;
using IspPortal.Core.Network.Routers;
using IspPortal.Web.Features.Routers.Pages;
using Moq;

namespace IspPortal.Tests.Pages;

public sealed class RouterEditPageTests : PageScene
{
    private static readonly Guid Bekasi = Guid.Parse("019a0000-0000-7000-8000-000000000001");

    private readonly Mock<IRouterDirectory> _directory;
    private readonly Mock<IRouterEditor> _editor;

    public RouterEditPageTests()
    {
        Allow(NetworkPermissions.RoutersRead, NetworkPermissions.RoutersWrite);
        _directory = Stub<IRouterDirectory>();
        _editor = Stub<IRouterEditor>();
        _directory.Setup(directory => directory.GetAsync(Bekasi, It.IsAny<CancellationToken>())).ReturnsAsync((Result<RouterDetails>)Details);
        _directory.Setup(directory => directory.ListAsync(It.IsAny<RouterFilter>(), It.IsAny<Core.Common.Paging.PageRequest>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((Result<Core.Common.Paging.Page<RouterRow>>)new Core.Common.Paging.Page<RouterRow>([], 1, 100, 0));
    }

    private static RouterDetails Details => new(
        new RouterRow(Bekasi, "RTR-BEKASI", "10.0.0.1", 8728, false, "Bekasi", -6.24, 106.99, RouterState.Online, null, null, null, null, null, null, null, null, null, null, null, null, 7),
        "portal", null, null, null, null, new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc));

    [Fact]
    public void A_refused_field_says_so_beside_itself()
    {
        _editor.Setup(editor => editor.AddAsync(It.IsAny<SaveRouterRequest>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((Result<Guid>)CommonErrors.Invalid([new FieldError("name", "common.required")]));
        var page = Open<RouterEditPage>();

        page.Find("form").Submit();

        Assert.Equal("true", page.Find("#router-name").GetAttribute("aria-invalid"));
        Assert.Equal("This is required.", page.Find("#router-name-error").TextContent);
        Assert.Equal("false", page.Find("#router-host").GetAttribute("aria-invalid"));
    }

    [Fact]
    public void What_is_not_a_number_never_reaches_the_service()
    {
        var page = Open<RouterEditPage>();

        page.Find("#router-port").Input("eighty");
        page.Find("form").Submit();

        Assert.Equal("true", page.Find("#router-port").GetAttribute("aria-invalid"));
        _editor.VerifyNoOtherCalls();
    }

    [Fact]
    public void Two_clicks_save_once()
    {
        var answer = new TaskCompletionSource<Result<Guid>>();
        _editor.Setup(editor => editor.AddAsync(It.IsAny<SaveRouterRequest>(), It.IsAny<CancellationToken>())).Returns(answer.Task);
        var page = Open<RouterEditPage>();

        page.Find("form").Submit();
        page.Find("form").Submit();
        answer.SetResult(Bekasi);

        page.WaitForAssertion(() => Assert.EndsWith($"routers/{Bekasi}", Address.Uri, StringComparison.Ordinal));
        _editor.Verify(editor => editor.AddAsync(It.IsAny<SaveRouterRequest>(), It.IsAny<CancellationToken>()), Times.Once);
    }

    [Fact]
    public void An_empty_password_keeps_the_stored_one_and_a_comma_is_a_decimal_sign()
    {
        _editor.Setup(editor => editor.UpdateAsync(Bekasi, 7, It.IsAny<SaveRouterRequest>(), It.IsAny<CancellationToken>())).ReturnsAsync(Result.Success);
        var page = Open<RouterEditPage>(parameters => parameters.Add(form => form.RouterId, Bekasi));

        page.Find("#router-latitude").Input("-6,25");
        page.Find("form").Submit();

        _editor.Verify(editor => editor.UpdateAsync(
            Bekasi, 7, It.Is<SaveRouterRequest>(request => request.Password == null && request.Latitude == -6.25 && request.Longitude == 106.99), It.IsAny<CancellationToken>()));
    }

    [Fact]
    public void A_partner_is_chosen_among_routers_that_are_free()
    {
        var (free, taken) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        _directory.Setup(directory => directory.ListAsync(It.IsAny<RouterFilter>(), It.IsAny<Core.Common.Paging.PageRequest>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((Result<Core.Common.Paging.Page<RouterRow>>)new Core.Common.Paging.Page<RouterRow>(
                [Details.Row, Details.Row with { Id = free, Name = "RTR-FREE" }, Details.Row with { Id = taken, Name = "RTR-TAKEN", TwinRouterId = Guid.CreateVersion7() }], 1, 100, 3));
        _editor.Setup(editor => editor.UpdateAsync(Bekasi, 7, It.IsAny<SaveRouterRequest>(), It.IsAny<CancellationToken>())).ReturnsAsync(Result.Success);
        var page = Open<RouterEditPage>(parameters => parameters.Add(form => form.RouterId, Bekasi));

        Assert.Equal(["none", "RTR-FREE"], page.FindAll("#router-partner option").Select(option => option.TextContent));
        Assert.Empty(page.FindAll("#router-pair-mode"));
        page.Find("#router-partner").Change(free.ToString());
        page.Find("#router-pair-mode").Change(nameof(PairMode.Active));
        page.Find("form").Submit();

        _editor.Verify(editor => editor.UpdateAsync(
            Bekasi, 7, It.Is<SaveRouterRequest>(request => request.TwinRouterId == free && request.TwinMode == PairMode.Active), It.IsAny<CancellationToken>()));
    }

    [Fact]
    public void A_change_by_somebody_else_is_said_and_can_be_loaded()
    {
        _editor.Setup(editor => editor.UpdateAsync(Bekasi, 7, It.IsAny<SaveRouterRequest>(), It.IsAny<CancellationToken>())).ReturnsAsync((Result)CommonErrors.VersionConflict);
        var page = Open<RouterEditPage>(parameters => parameters.Add(form => form.RouterId, Bekasi));
        page.Find("#router-site").Input("somewhere");
        page.Find("form").Submit();

        page.Find(".notice button").Click();

        Assert.Equal("Bekasi", page.Find("#router-site").GetAttribute("value"));
        Assert.Empty(page.FindAll(".notice"));
    }

    [Fact]
    public void A_failed_test_says_what_to_do_with_the_code()
    {
        _editor.Setup(editor => editor.TestAsync(null, It.IsAny<SaveRouterRequest>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((Result<RouterTestReport>)new Error("routeros.refused", ErrorKind.External));
        var page = Open<RouterEditPage>();

        page.Find(".test-row button").Click();

        var words = page.Find(".error-panel").TextContent;
        Assert.Contains("routeros.refused", words, StringComparison.Ordinal);
        Assert.Contains("/ip service", words, StringComparison.Ordinal);
    }

    [Fact]
    public void A_good_test_names_the_router_and_its_version()
    {
        _editor.Setup(editor => editor.TestAsync(null, It.IsAny<SaveRouterRequest>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((Result<RouterTestReport>)new RouterTestReport(TimeSpan.FromMilliseconds(4), "bekasi-core", "7.18.2", "CCR2004", null));
        var page = Open<RouterEditPage>();

        page.Find(".test-row button").Click();

        var words = page.Find(".notice[data-tone=good]").TextContent;
        Assert.Contains("bekasi-core", words, StringComparison.Ordinal);
        Assert.Contains("7.18.2", words, StringComparison.Ordinal);
    }

    [Fact]
    public void Switching_tls_moves_the_default_port_and_leaves_another_alone()
    {
        var page = Open<RouterEditPage>();

        page.Find("input[type=checkbox]").Change(true);
        Assert.Equal("8729", page.Find("#router-port").GetAttribute("value"));

        page.Find("#router-port").Input("18729");
        page.Find("input[type=checkbox]").Change(false);
        Assert.Equal("18729", page.Find("#router-port").GetAttribute("value"));
    }

    [Fact]
    public void A_router_that_is_gone_says_so()
    {
        _directory.Setup(directory => directory.GetAsync(Bekasi, It.IsAny<CancellationToken>())).ReturnsAsync((Result<RouterDetails>)NetworkErrors.RouterNotFound);

        var page = Open<RouterEditPage>(parameters => parameters.Add(form => form.RouterId, Bekasi));

        Assert.Contains("network.router_not_found", page.Find(".error-panel").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("form"));
    }
}
