using Bunit;
using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Network;
using IspPortal.Core.Network.Backups;
using IspPortal.Core.Network.Provisioning;
using IspPortal.Web.Features.Routers.Parts;
using Moq;

namespace IspPortal.Tests.Pages;

public sealed class RouterBackupsTabTests : PageScene
{
    private static readonly Guid Router = new("019a0000-0000-7000-8000-00000000000a");
    private static readonly Guid Older = new("019a0000-0000-7000-8000-000000000001");
    private static readonly Guid Newer = new("019a0000-0000-7000-8000-000000000002");

    private readonly Mock<IRouterBackups> _backups;

    public RouterBackupsTabTests()
    {
        Allow(NetworkPermissions.RoutersRead, NetworkPermissions.RoutersOperate);
        _backups = Stub<IRouterBackups>();
        var canary = Stub<IRouterCanary>();
        canary.Setup(c => c.GetAsync(Router, It.IsAny<CancellationToken>())).ReturnsAsync(ProvisioningErrors.PlanNotFound);
        _backups.Setup(b => b.ListAsync(It.IsAny<RouterBackupFilter>(), It.IsAny<PageRequest>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((Result<Page<RouterBackupRow>>)new Page<RouterBackupRow>([Row(Newer, Router), Row(Older, Router)], 1, 50, 2));
        Compares(Router);
    }

    [Fact]
    public void Two_versions_that_are_compared_stand_in_the_address()
    {
        Address.NavigateTo($"routers/{Router}?tab=backups");
        var tab = Open();
        tab.FindAll("tbody tr")[0].QuerySelectorAll(".row-actions button").First(button => button.TextContent == "Compare").Click();
        Assert.EndsWith($"?tab=backups&from={Older}&to={Newer}", Address.Uri, StringComparison.Ordinal);
        Assert.Contains("profile=HOME-50", tab.Find(".line-added").TextContent, StringComparison.Ordinal);

        tab.Find(".form-actions .button").Click();
        Assert.EndsWith("?tab=backups", Address.Uri, StringComparison.Ordinal);
        Assert.Empty(tab.FindAll(".line-added"));
        Assert.Equal(2, tab.FindAll("tbody tr").Count);
    }

    [Fact]
    public void A_link_shows_the_same_difference_and_the_way_back_leaves_it()
    {
        Address.NavigateTo($"routers/{Router}?tab=backups&from={Older}&to={Newer}");
        var tab = Open();
        Assert.Single(tab.FindAll(".line-added"));

        Address.NavigateTo($"routers/{Router}?tab=backups");
        Assert.Empty(tab.FindAll(".line-added"));
    }

    [Fact]
    public void A_link_to_versions_of_another_router_or_to_none_says_so_above_the_list()
    {
        Compares(Guid.Empty);
        Address.NavigateTo($"routers/{Router}?tab=backups&from={Older}&to={Newer}");
        var tab = Open();
        Assert.Equal("backups.not_found", tab.Find(".error-code").TextContent);
        Assert.Equal(2, tab.FindAll("tbody tr").Count);
        Assert.Empty(tab.FindAll(".line-added"));
    }

    private IRenderedComponent<RouterBackupsTab> Open() => Open<RouterBackupsTab>(p => p.Add(tab => tab.RouterId, Router));

    private void Compares(Guid router) => _backups.Setup(b => b.CompareAsync(Older, Newer, It.IsAny<CancellationToken>())).ReturnsAsync((Result<BackupComparison>)new BackupComparison(
        Row(Older, router), Row(Newer, router), new TextDifference(1, 1, [[new DifferenceLine(DifferenceKind.Removed, 7, null, "set budi profile=HOME-20"), new DifferenceLine(DifferenceKind.Added, null, 7, "set budi profile=HOME-50")]])));

    private RouterBackupRow Row(Guid id, Guid router) => new(
        id, router, "RTR-A", Clock.GetUtcNow().UtcDateTime.AddDays(id == Older ? -1 : 0), "noc@isp.test", "7.24", RouterBackupFormat.Export, 1000, id.ToString("N"), 0, null, null, null, null);
}
