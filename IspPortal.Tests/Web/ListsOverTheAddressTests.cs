using Bunit;
using IspPortal.Core.Identity;
using IspPortal.Core.Monitoring;
using IspPortal.Tests.Web.Support;
using IspPortal.Web.Features.Subscribers.Pages;
using IspPortal.Web.Shared.Grid;
using IspPortal.Web.Shared.Live;
using IspPortal.Web.Shared.Navigation;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace IspPortal.Tests.Web;

public sealed class ListsOverTheAddressTests
{
    [Fact]
    public void A_list_opens_at_the_page_and_order_of_the_address()
    {
        using var context = new PartContext();
        context.Services.GetRequiredService<NavigationManager>().NavigateTo("subscribers?page=2&sort=username&order=desc");
        var page = context.Render<SubscribersPage>();

        page.WaitForAssertion(() => Assert.Contains("51–100 of 240", page.Markup, StringComparison.Ordinal));
        Assert.Equal(50, page.FindAll("tbody tr").Count);
        Assert.Equal("true", page.Find(".sort-button").GetAttribute("aria-pressed"));
    }

    [Fact]
    public void Sorting_paging_and_filtering_change_the_address_and_the_rows()
    {
        using var context = new PartContext();
        var address = context.Services.GetRequiredService<NavigationManager>();
        address.NavigateTo("subscribers");
        var page = context.Render<SubscribersPage>();
        page.WaitForAssertion(() => Assert.Equal(50, page.FindAll("tbody tr").Count));
        var first = page.Find("tbody tr").TextContent;

        page.Find("footer button:last-of-type").Click();
        Assert.EndsWith("page=2", address.Uri, StringComparison.Ordinal);
        page.WaitForAssertion(() => Assert.NotEqual(first, page.Find("tbody tr").TextContent));

        page.Find(".chip:nth-of-type(3)").Click();
        Assert.EndsWith("?service=Hotspot", address.Uri, StringComparison.Ordinal);
        page.WaitForAssertion(() => Assert.Equal(16, page.FindAll("tbody tr").Count));

        page.Find(".sort-button").Click();
        Assert.Contains("sort=username", address.Uri, StringComparison.Ordinal);
        Assert.Contains("order=desc", address.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public void A_column_that_is_not_wanted_goes_and_the_browser_remembers_it()
    {
        using var context = new PartContext();
        context.Services.GetRequiredService<NavigationManager>().NavigateTo("subscribers?q=budi&service=Pppoe");
        var page = context.Render<SubscribersPage>();
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("tbody tr")));
        Assert.Empty(page.FindAll(".column-hidden"));
        Assert.Equal("export/subscribers.csv?q=budi&service=Pppoe", page.Find("a[download]").GetAttribute("href"));

        page.FindAll(".column-choice input")[1].Change(false);

        page.WaitForAssertion(() => Assert.Contains("Router", page.Find("th.column-hidden").TextContent, StringComparison.Ordinal));
        Assert.Equal("subscribers:router", context.JSInterop.Invocations["portal.remember"][^1].Arguments[1]);
        page.FindAll(".column-choice input")[1].Change(true);
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".column-hidden")));
        Assert.Equal("", context.JSInterop.Invocations["portal.remember"][^1].Arguments[1]);
    }

    [Fact]
    public void Nothing_that_fits_offers_to_clear_the_filters()
    {
        using var context = new PartContext();
        var address = context.Services.GetRequiredService<NavigationManager>();
        address.NavigateTo("subscribers?q=nobody&service=Static");
        var page = context.Render<SubscribersPage>();
        page.WaitForAssertion(() => Assert.Contains("Nothing matches", page.Markup, StringComparison.Ordinal));

        page.Find(".empty-action button").Click();

        Assert.EndsWith("subscribers", address.Uri, StringComparison.Ordinal);
        page.WaitForAssertion(() => Assert.Equal(50, page.FindAll("tbody tr").Count));
    }

    [Fact]
    public void A_failure_is_shown_with_its_code_and_can_be_tried_again()
    {
        using var context = new PartContext();
        context.Network.Failure = Core.Network.NetworkErrors.RouterNotFound;
        var page = context.Render<SubscribersPage>();
        page.WaitForAssertion(() => Assert.Equal("network.router_not_found", page.Find(".error-code").TextContent));

        context.Network.Failure = null;
        page.Find(".error-panel button").Click();

        page.WaitForAssertion(() => Assert.Equal(50, page.FindAll("tbody tr").Count));
    }

    [Fact]
    public void Without_permission_there_is_nothing_to_try_again()
    {
        using var context = new PartContext();
        context.Network.Failure = IdentityErrors.Forbidden("sessions.read");
        var page = context.Render<SubscribersPage>();

        page.WaitForAssertion(() => Assert.Contains("sessions.read", page.Find(".error-panel").TextContent, StringComparison.Ordinal));
        Assert.Empty(page.FindAll(".error-panel button"));
    }

    [Fact]
    public void Rows_that_are_pointed_at_keep_their_places()
    {
        (int Id, string Value)[] shown = [(1, "a"), (2, "b"), (3, "c")];
        (int Id, string Value)[] fresh = [(3, "C"), (1, "A"), (4, "D")];

        Assert.Equal([(1, "A"), (2, "b"), (3, "C")], RowOrder.Hold(shown, fresh, row => row.Id));
    }

    [Fact]
    public void A_live_table_is_ordered_anew_every_few_seconds_but_not_under_the_pointer()
    {
        var list = new SteadyList<(int Id, int Value)>(row => row.Id, TimeSpan.FromSeconds(5));
        var now = DateTimeOffset.UnixEpoch;
        list.Update([(1, 9), (2, 8)], now);
        list.Update([(2, 20), (1, 7)], now.AddSeconds(2));
        Assert.Equal([(1, 7), (2, 20)], list.Items);

        list.Pointed = true;
        list.Update([(2, 30), (1, 6)], now.AddSeconds(9));
        Assert.Equal([(1, 6), (2, 30)], list.Items);

        list.Pointed = false;
        list.Update([(2, 31), (1, 5)], now.AddSeconds(10));
        Assert.Equal([(2, 31), (1, 5)], list.Items);
    }

    [Fact]
    public void The_navigation_holds_only_what_one_may_see()
    {
        var pages = new PageIndex();
        Assert.Contains(pages.For(StagedActor.Operator.Actor), entry => entry.Href == "/subscribers");

        var watching = pages.For(new StagedActor(MonitoringPermissions.MonitoringRead).Actor).Where(entry => entry.Permission is not null).ToList();
        Assert.Contains(watching, entry => entry.Href == "/");
        Assert.All(watching, entry => Assert.Equal(MonitoringPermissions.MonitoringRead, entry.Permission));
    }
}
