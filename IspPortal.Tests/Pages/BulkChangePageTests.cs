using Bunit;
using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Customers;
using IspPortal.Core.Network.Routers;
using IspPortal.Core.Plans;
using IspPortal.Core.Subscriptions;
using IspPortal.Core.Subscriptions.Bulk;
using IspPortal.Web.Features.Subscriptions.Pages;
using Moq;

namespace IspPortal.Tests.Pages;

public sealed class BulkChangePageTests : PageScene
{
    public BulkChangePageTests()
    {
        Stub<IBulkChanges>();
        Stub<IBusinessClock>().Setup(b => b.TodayAsync(It.IsAny<CancellationToken>())).ReturnsAsync(new DateOnly(2026, 11, 22));
        Stub<IPlanCatalog>().Setup(p => p.ListAsync(It.IsAny<PlanFilter>(), It.IsAny<PageRequest>(), It.IsAny<CancellationToken>())).ReturnsAsync((Result<Page<PlanRow>>)Page<PlanRow>.Of([], new PageRequest(), 0));
        Stub<IRouterDirectory>().Setup(r => r.ListAsync(It.IsAny<RouterFilter>(), It.IsAny<PageRequest>(), It.IsAny<CancellationToken>())).ReturnsAsync((Result<Page<RouterRow>>)Page<RouterRow>.Of([], new PageRequest(), 0));
    }

    [Theory]
    [InlineData("ChangePlan MoveRouter AddTag RemoveTag", SubscriptionsPermissions.SubscriptionsWrite, CustomersPermissions.CustomersWrite)]
    [InlineData("ChangePlan MoveRouter", SubscriptionsPermissions.SubscriptionsWrite)]
    [InlineData("AddTag RemoveTag", CustomersPermissions.CustomersWrite)]
    public void What_one_may_do_to_one_is_offered_for_many(string kinds, params string[] permissions)
    {
        Allow([SubscriptionsPermissions.SubscriptionsBulk, .. permissions]);

        var page = Open<BulkChangePage>();

        Assert.Equal(kinds, string.Join(' ', page.FindAll("#bulk-kind option").Select(option => option.GetAttribute("value"))));
    }

    [Fact]
    public void Who_may_do_none_of_it_to_one_is_told_so()
    {
        Allow(SubscriptionsPermissions.SubscriptionsBulk);

        var page = Open<BulkChangePage>();

        Assert.Empty(page.FindAll("form"));
        Assert.Contains("Nothing you may change", page.Markup, StringComparison.Ordinal);
    }
}
