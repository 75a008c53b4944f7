using System.Globalization;
using Bunit;
using IspPortal.Core.Common.Money;
using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Monitoring;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Routers;
using IspPortal.Core.Plans;
using IspPortal.Core.Subscriptions;
using IspPortal.Core.Subscriptions.Delivery;
using IspPortal.Core.Subscriptions.Quota;
using IspPortal.Web.Features.Subscriptions.Pages;
using IspPortal.Web.Features.Subscriptions.Parts;
using Moq;

namespace IspPortal.Tests.Pages;

public sealed class SubscriptionsPageTests : PageScene
{
    private readonly Mock<ISubscriptionDirectory> _directory;
    private readonly Mock<IQuotaDirectory> _quotas;
    private readonly List<SubscriptionFilter> _filters = [];
    private readonly List<PageRequest> _pages = [];

    public SubscriptionsPageTests()
    {
        Allow(SubscriptionsPermissions.SubscriptionsRead, SubscriptionsPermissions.SubscriptionsWrite, SubscriptionsPermissions.SubscriptionsBulk);
        _directory = Stub<ISubscriptionDirectory>();
        _quotas = Stub<IQuotaDirectory>();
        Stub<IPlanCatalog>().Setup(p => p.ListAsync(It.IsAny<PlanFilter>(), It.IsAny<PageRequest>(), It.IsAny<CancellationToken>())).ReturnsAsync((Result<Page<PlanRow>>)Page<PlanRow>.Of([], new PageRequest(), 0));
        Stub<IRouterDirectory>().Setup(r => r.ListAsync(It.IsAny<RouterFilter>(), It.IsAny<PageRequest>(), It.IsAny<CancellationToken>())).ReturnsAsync((Result<Page<RouterRow>>)Page<RouterRow>.Of([], new PageRequest(), 0));
        List(SubscriptionSamples.Row());
    }

    [Fact]
    public void A_row_says_how_much_of_its_data_is_used_to_those_who_may_see_it()
    {
        var row = SubscriptionSamples.Row();
        List(row);
        _quotas.Setup(q => q.UsesAsync(It.Is<IReadOnlyCollection<Guid>>(ids => ids.Single() == row.Id), It.IsAny<CancellationToken>())).ReturnsAsync((Result<IReadOnlyDictionary<Guid, QuotaUse>>)new Dictionary<Guid, QuotaUse>
        {
            [row.Id] = new(new(new(2026, 11, 1), new(2026, 11, 30)), 84_000_000_000, 100_000_000_000, 0, TimeSpan.Zero, PlanQuotaAction.Throttle, null),
        });
        Assert.Empty(Open<SubscriptionsPage>().FindAll("tbody [data-quota]"));
        _quotas.VerifyNoOtherCalls();

        Allow(SubscriptionsPermissions.SubscriptionsRead, MonitoringPermissions.MonitoringRead);
        var cell = Open<SubscriptionsPage>().Find("tbody [data-quota]");
        Assert.Equal(("84", "84.0 GB of 100 GB used"), (cell.GetAttribute("data-quota"), cell.GetAttribute("title")));
        Assert.NotNull(cell.QuerySelector(".gauge[data-tone=warning]"));
    }

    [Fact]
    public void A_row_says_whose_line_it_is_what_it_pays_and_what_holds_it()
    {
        List(SubscriptionSamples.Row(SubscriptionStatus.Suspended, AccessHolds.Dunning | AccessHolds.Manual));

        var row = Open<SubscriptionsPage>().Find("tbody tr");

        Assert.Contains("Budi <Santoso>", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("Rp 220,000", row.TextContent, StringComparison.Ordinal);
        Assert.Equal("Overdue bill, By hand", row.QuerySelector(".badge")!.GetAttribute("title"));
    }

    [Theory]
    [InlineData(LineDeliveryState.Failed, "Failed")]
    [InlineData(LineDeliveryState.Pending, "Waiting")]
    [InlineData(LineDeliveryState.Applying, "Being applied")]
    [InlineData(LineDeliveryState.Settled, null)]
    [InlineData(null, null)]
    public void A_line_that_its_router_does_not_know_yet_stands_out(LineDeliveryState? line, string? word)
    {
        List(SubscriptionSamples.Row(line: line));

        var badges = Open<SubscriptionsPage>().FindAll("tbody .badge").Select(badge => badge.TextContent).ToList();

        Assert.Equal(word is null ? 1 : 2, badges.Count);
        Assert.True(word is null || badges[1].Contains(word, StringComparison.Ordinal));
    }

    [Fact]
    public void One_without_an_end_says_so()
    {
        List(SubscriptionSamples.Row() with { EndsOn = null, IsTrial = true });

        var row = Open<SubscriptionsPage>().Find("tbody tr").TextContent;

        Assert.Contains("Open end", row, StringComparison.Ordinal);
        Assert.Contains("Trial", row, StringComparison.Ordinal);
    }

    [Fact]
    public void Filters_search_sort_and_page_stand_in_the_address()
    {
        Address.NavigateTo($"subscriptions?status=suspended&plan={SubscriptionSamples.Plan}&router={SubscriptionSamples.Router}&ends=14&line=open&trial=true&q=budi&sort=ends&order=desc&page=2");

        Open<SubscriptionsPage>();

        Assert.Equal(new SubscriptionFilter(SubscriptionStatus.Suspended, SubscriptionSamples.Plan, SubscriptionSamples.Router) { EndsWithinDays = 14, Unsettled = true, Trials = true }, _filters[^1]);
        Assert.Equal(("budi", "ends", true, 2), (_pages[^1].Search, _pages[^1].Sort, _pages[^1].Descending, _pages[^1].Page));
    }

    [Fact]
    public void Nonsense_in_the_address_narrows_nothing()
    {
        Address.NavigateTo("subscriptions?status=17&plan=x&router=y&ends=z&line=shut&trial=maybe");

        Open<SubscriptionsPage>();

        Assert.Equal(new SubscriptionFilter(), _filters[^1]);
    }

    [Fact]
    public void A_change_of_many_takes_the_filter_along()
    {
        Address.NavigateTo("subscriptions?status=active&q=budi");

        Assert.Equal("subscriptions/bulk?status=active&q=budi", Open<SubscriptionsPage>().Find(".menu-items a").GetAttribute("href"));
    }

    [Fact]
    public void Who_only_reads_is_offered_neither_selling_nor_a_change_of_many()
    {
        Allow(SubscriptionsPermissions.SubscriptionsRead);
        List();

        var page = Open<SubscriptionsPage>();

        Assert.Empty(page.FindAll(".page-actions"));
        Assert.Empty(page.FindAll("a[href='sign-up/new']"));
        Assert.Contains("No subscriptions yet", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_refusal_is_shown_and_no_empty_list()
    {
        _directory.Setup(d => d.ListAsync(It.IsAny<SubscriptionFilter>(), It.IsAny<PageRequest>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((Result<Page<SubscriptionRow>>)Core.Identity.IdentityErrors.Forbidden(SubscriptionsPermissions.SubscriptionsRead));

        var page = Open<SubscriptionsPage>();

        Assert.Contains("identity.forbidden", page.Find(".error-panel").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("No subscriptions yet", page.Markup, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("id")]
    public void Both_languages_have_words_for_every_status_and_delivery(string language)
    {
        CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(language);
        var missing = MissingTexts.Watch(Services);
        List(
        [
            .. from status in Enum.GetValues<SubscriptionStatus>()
               from line in Enum.GetValues<LineDeliveryState>()
               select SubscriptionSamples.Row(status, (AccessHolds)31, line) with { Id = Guid.CreateVersion7(), IsTrial = true, EndsOn = null },
        ]);

        Open<SubscriptionsPage>();
        Open<SubscriptionsCard>(parameters => parameters.Add(card => card.CustomerId, SubscriptionSamples.Customer));

        Assert.Empty(missing.Keys);
    }

    [Fact]
    public void The_customers_card_shows_its_lines_and_offers_another_to_who_may_sell()
    {
        List(SubscriptionSamples.Row(line: LineDeliveryState.Failed));
        var card = Open<SubscriptionsCard>(parameters => parameters.Add(c => c.CustomerId, SubscriptionSamples.Customer));
        Assert.Equal(SubscriptionSamples.Customer, _filters[^1].CustomerId);
        Assert.Contains("Failed", card.Find(".line-list").TextContent, StringComparison.Ordinal);
        Assert.Equal($"sign-up/new?customer={SubscriptionSamples.Customer}", card.Find(".card-header a").GetAttribute("href"));

        Allow(SubscriptionsPermissions.SubscriptionsRead);
        Assert.Empty(Open<SubscriptionsCard>(parameters => parameters.Add(c => c.CustomerId, SubscriptionSamples.Customer)).FindAll(".card-header a"));
        Allow();
        Assert.Empty(Open<SubscriptionsCard>(parameters => parameters.Add(c => c.CustomerId, SubscriptionSamples.Customer)).Markup.Trim());
    }

    private void List(params SubscriptionRow[] rows) => _directory
        .Setup(d => d.ListAsync(Capture.In(_filters), Capture.In(_pages), It.IsAny<CancellationToken>())).ReturnsAsync((Result<Page<SubscriptionRow>>)Page<SubscriptionRow>.Of(rows, new PageRequest(), rows.Length));
}
