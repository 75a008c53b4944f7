using Bunit;
using IspPortal.Core.Common;
using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Identity;
using IspPortal.Core.Identity.ApiKeys;
using IspPortal.Core.Network;
using IspPortal.Web.Features.ApiKeys.Pages;
using IspPortal.Web.Features.ApiKeys.Parts;
using Moq;
using Radzen.Blazor;

namespace IspPortal.Tests.Pages;

public sealed class ApiKeysPageTests : PageScene
{
    private static readonly Guid Id = Guid.Parse("019a0000-0000-7000-8000-000000000001");

    private readonly Mock<IApiKeyDirectory> _directory;
    private readonly Mock<IApiKeyIssuer> _issuer;
    private readonly List<CreateApiKeyRequest> _made = [];

    public ApiKeysPageTests()
    {
        Allow(IdentityPermissions.ApiKeysRead, IdentityPermissions.ApiKeysWrite, NetworkPermissions.RoutersRead, NetworkPermissions.RoutersWrite);
        _directory = Stub<IApiKeyDirectory>();
        _issuer = Stub<IApiKeyIssuer>();
        List(Row());
        _directory.Setup(d => d.GetAsync(Id, It.IsAny<CancellationToken>())).ReturnsAsync(() => (Result<ApiKeyDetails>)Details(Row()));
        _issuer.Setup(i => i.CreateAsync(Capture.In(_made), It.IsAny<CancellationToken>())).ReturnsAsync((Result<IssuedApiKey>)new IssuedApiKey(Id, "isp_abcdefghjk", "isp_abcdefghjk_secret"));
    }

    [Fact]
    public void A_row_says_what_the_key_is_and_when_it_was_used()
    {
        List(Row() with { Scopes = ["a.read", "b.read", "c.read", "d.read"] });

        var row = Open<ApiKeysPage>().Find("tbody tr").TextContent;

        Assert.Contains("Accounting sync", row, StringComparison.Ordinal);
        Assert.Contains("isp_abcdefghjk", row, StringComparison.Ordinal);
        Assert.Contains("a.read, b.read and 2 more", row, StringComparison.Ordinal);
        Assert.Contains("never", row, StringComparison.Ordinal);
        Assert.Contains("Active", row, StringComparison.Ordinal);
    }

    [Fact]
    public void The_filter_stands_in_the_address()
    {
        var filters = new List<ApiKeyFilter>();
        _directory.Setup(d => d.ListAsync(Capture.In(filters), It.IsAny<PageRequest>(), It.IsAny<CancellationToken>())).ReturnsAsync((Result<Page<ApiKeyRow>>)Page<ApiKeyRow>.Of([], new PageRequest(), 0));
        Address.NavigateTo("api-keys?state=revoked");

        Open<ApiKeysPage>();

        Assert.Equal(ApiKeyState.Revoked, filters[^1].State);
    }

    [Fact]
    public void Who_only_reads_can_neither_make_nor_revoke()
    {
        Allow(IdentityPermissions.ApiKeysRead);

        Assert.Empty(Open<ApiKeysPage>().FindAll(".button-primary"));
        Assert.Empty(Open<ApiKeyPage>(parameters => parameters.Add(page => page.KeyId, Id)).FindAll(".button-danger"));
    }

    [Fact]
    public void Only_what_one_holds_can_be_given()
    {
        var dialog = Open<MakeApiKeyDialog>();

        Assert.Equal(
            [NetworkPermissions.RoutersRead, NetworkPermissions.RoutersWrite, IdentityPermissions.ApiKeysRead, IdentityPermissions.ApiKeysWrite],
            dialog.FindAll("[data-scope]").Select(chip => chip.GetAttribute("data-scope")));
    }

    [Fact]
    public void A_key_is_made_of_what_was_filled_in_and_shown_once()
    {
        var dialog = Open<MakeApiKeyDialog>();
        dialog.Find("#key-name").Input("Accounting sync");
        dialog.Find("#key-life").Change("30");
        dialog.Find("#key-addresses").Input("203.0.113.7,\n10.20.0.0/16");
        dialog.Find("[data-scope='routers.read']").Click();

        dialog.Find("form").Submit();

        var request = Assert.Single(_made);
        Assert.Equal(("Accounting sync", Clock.GetUtcNow().UtcDateTime.AddDays(30)), (request.Name, request.ExpiresAtUtc));
        Assert.Equal(["routers.read"], request.Scopes);
        Assert.Equal(["203.0.113.7", "10.20.0.0/16"], request.AllowedAddresses);
        Assert.Equal("isp_abcdefghjk_secret", dialog.Find("[data-figure=secret]").GetAttribute("value"));
        Assert.Empty(dialog.FindAll("form"));
    }

    [Fact]
    public void All_that_only_read_are_chosen_by_one_click_and_a_key_may_have_no_end()
    {
        var dialog = Open<MakeApiKeyDialog>();
        dialog.Find("#key-life").Change("never");
        dialog.Find(".field .chips button").Click();
        dialog.Find("form").Submit();

        var request = Assert.Single(_made);
        Assert.Null(request.ExpiresAtUtc);
        Assert.Equal([NetworkPermissions.RoutersRead, IdentityPermissions.ApiKeysRead], request.Scopes);
    }

    [Fact]
    public void Refused_fields_say_so_beside_themselves()
    {
        _issuer.Setup(i => i.CreateAsync(It.IsAny<CreateApiKeyRequest>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((Result<IssuedApiKey>)CommonErrors.Invalid([new FieldError("allowedAddresses", "identity.network_malformed", "10"), new FieldError("scopes", "identity.scope_required")]));
        var dialog = Open<MakeApiKeyDialog>();

        dialog.Find("form").Submit();

        Assert.StartsWith("10 is neither", dialog.Find("#key-addresses-error").TextContent, StringComparison.Ordinal);
        Assert.Contains("Choose at least one scope.", dialog.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_scope_that_the_maker_lost_is_marked()
    {
        _directory.Setup(d => d.GetAsync(Id, It.IsAny<CancellationToken>())).ReturnsAsync((Result<ApiKeyDetails>)(Details(Row()) with { LostScopes = ["routers.write"] }));

        var page = Open<ApiKeyPage>(parameters => parameters.Add(one => one.KeyId, Id));

        Assert.Contains("routers.write", Assert.Single(page.FindAll("[data-lost]")).TextContent, StringComparison.Ordinal);
        Assert.Contains("without effect", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_is_revoked_with_a_reason()
    {
        _issuer.Setup(i => i.RevokeAsync(Id, "lost", It.IsAny<CancellationToken>())).ReturnsAsync(Result.Success).Verifiable();
        var dialogs = Open<RadzenDialog>();
        var page = Open<ApiKeyPage>(parameters => parameters.Add(one => one.KeyId, Id));
        page.Find(".button-danger").Click();
        Assert.True(dialogs.Find(".dialog-actions .button-danger").HasAttribute("disabled"));
        dialogs.Find("textarea").Input("lost");
        _directory.Setup(d => d.GetAsync(Id, It.IsAny<CancellationToken>()))
            .ReturnsAsync((Result<ApiKeyDetails>)(Details(Row() with { State = ApiKeyState.Revoked }) with { RevokedAtUtc = Clock.GetUtcNow().UtcDateTime, RevokedBy = "Sari", RevokedReason = "lost" }));

        dialogs.Find("form").Submit();

        page.WaitForAssertion(() => Assert.Equal("lost", page.Find("[data-figure=reason]").TextContent));
        Assert.Empty(page.FindAll(".button-danger"));
        _issuer.Verify();
    }

    private static ApiKeyDetails Details(ApiKeyRow row) => new(row, ["10.20.0.0/16"], [], null, null, null);

    private void List(params ApiKeyRow[] rows) =>
        _directory.Setup(d => d.ListAsync(It.IsAny<ApiKeyFilter>(), It.IsAny<PageRequest>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((ApiKeyFilter _, PageRequest page, CancellationToken _) => Page<ApiKeyRow>.Of(rows, page, rows.Length));

    private ApiKeyRow Row() => new(
        Id, "Accounting sync", "isp_abcdefghjk", ApiKeyState.Active, ["routers.read", "routers.write"], Guid.Empty, "Sari", Clock.GetUtcNow().UtcDateTime, null, null, null);
}
