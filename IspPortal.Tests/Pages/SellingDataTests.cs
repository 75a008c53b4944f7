using Bunit;
using IspPortal.Core.Common.Money;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Plans;
using IspPortal.Core.Subscriptions;
using IspPortal.Core.Subscriptions.Quota;
using IspPortal.Web.Features.Subscriptions.Parts;
using Moq;

namespace IspPortal.Tests.Pages;

public sealed class SellingDataTests : PageScene
{
    private const long Gigabyte = 1_000_000_000;

    private readonly Mock<IQuotaDirectory> _quotas;
    private readonly Mock<IQuotaTopUps> _topUps;

    public SellingDataTests()
    {
        Allow(SubscriptionsPermissions.SubscriptionsRead, SubscriptionsPermissions.SubscriptionsWrite);
        (_quotas, _topUps) = (Stub<IQuotaDirectory>(), Stub<IQuotaTopUps>());
        Show(new QuotaDetails(
            new QuotaUse(new(new(2026, 11, 1), new(2026, 11, 30)), 130 * Gigabyte, 100 * Gigabyte, 20 * Gigabyte, TimeSpan.FromHours(3), PlanQuotaAction.ChargePerGigabyte, Money.Idr(50_000)),
            [new(Guid.Empty, new(2026, 11, 1), 20 * Gigabyte, Money.Idr(30_000), "di loket", "Sari", new(2026, 11, 20, 3, 0, 0, DateTimeKind.Utc))],
            [new(new(new(2026, 10, 1), new(2026, 10, 31)), 100 * Gigabyte, 90 * Gigabyte, TimeSpan.Zero, null), new(new(new(2026, 9, 1), new(2026, 9, 30)), 100 * Gigabyte, null, null, null)]));
    }

    [Fact]
    public void The_card_says_what_is_used_what_it_costs_and_what_nobody_saw()
    {
        var card = OpenCard();
        var text = card.Find("#quota").TextContent;
        Assert.Contains("130 GB of 120 GB used", text, StringComparison.Ordinal);
        Assert.Contains("108 %", text.Replace("108%", "108 %", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("Whole again on 1 Dec 2026", text, StringComparison.Ordinal);
        Assert.Contains("Rp 50,000", text, StringComparison.Ordinal);
        Assert.Contains("3 h unseen, not counted", text, StringComparison.Ordinal);
        Assert.Contains("Rp 30,000", card.Find("[data-bought]").TextContent, StringComparison.Ordinal);
        Assert.Contains("being counted", card.FindAll("tbody tr")[1].TextContent, StringComparison.Ordinal);
        Assert.Equal("bad", card.Find(".gauge").GetAttribute("data-tone"));
    }

    [Fact]
    public void A_plan_without_a_quota_has_no_card_and_who_may_not_sell_no_button()
    {
        Allow(SubscriptionsPermissions.SubscriptionsRead);
        Assert.Empty(OpenCard().FindAll("[data-top-up]"));
        Show(new QuotaDetails(null, [], []));
        Assert.Empty(OpenCard().FindAll("#quota"));
    }

    [Theory]
    [InlineData("20", "30000", 20_000_000_000, 30_000)]
    [InlineData("0,5", "Rp 5.000", 500_000_000, 5_000)]
    public void What_is_typed_is_sold(string gigabytes, string price, long bytes, long rupiah)
    {
        _topUps.Setup(t => t.TopUpAsync(It.IsAny<Guid>(), It.IsAny<long>(), It.IsAny<TopUpRequest>(), It.IsAny<CancellationToken>())).ReturnsAsync(Result.Success);
        var dialog = OpenDialog();
        dialog.Find("#top-up-gigabytes").Input(gigabytes);
        dialog.Find("#top-up-price").Input(price);
        dialog.Find("#top-up-reason").Input("di loket");
        dialog.Find("form").Submit();
        _topUps.Verify(t => t.TopUpAsync(SubscriptionSamples.Id, SubscriptionSamples.Active().Row.Version, new TopUpRequest(bytes, Money.Idr(rupiah), "di loket"), It.IsAny<CancellationToken>()), Times.Once);
    }

    [Theory, InlineData("", "1000"), InlineData("-3", "1000"), InlineData("abc", "1000"), InlineData("10", "")]
    public void What_is_no_amount_is_not_sold(string gigabytes, string price)
    {
        var dialog = OpenDialog();
        dialog.Find("#top-up-gigabytes").Input(gigabytes);
        dialog.Find("#top-up-price").Input(price);
        dialog.Find("form").Submit();
        Assert.NotEmpty(dialog.FindAll(".field-error"));
        _topUps.VerifyNoOtherCalls();
    }

    private void Show(QuotaDetails details) => _quotas.Setup(q => q.GetAsync(SubscriptionSamples.Id, It.IsAny<CancellationToken>())).ReturnsAsync((Result<QuotaDetails>)details);

    private IRenderedComponent<QuotaCard> OpenCard() => Open<QuotaCard>(parameters => parameters.Add(card => card.Subscription, SubscriptionSamples.Active()));

    private IRenderedComponent<TopUpDialog> OpenDialog() => Open<TopUpDialog>(parameters => parameters.Add(dialog => dialog.Subscription, SubscriptionSamples.Active()));
}
