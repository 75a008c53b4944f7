using System.Globalization;
using Bunit;
using IspPortal.Core.Common;
using IspPortal.Core.Common.Money;
using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Customers;
using IspPortal.Core.Customers.BillingAccounts;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Routers;
using IspPortal.Core.Plans;
using IspPortal.Core.Plans.Offers;
using IspPortal.Core.Subscriptions;
using IspPortal.Core.Subscriptions.Sales;
using IspPortal.Core.Subscriptions.SignUps;
using IspPortal.Web.Features.Subscriptions.Pages;
using Moq;
using Radzen.Blazor;

namespace IspPortal.Tests.Pages;

/// <summary>The form that sells a line, step by step.</summary>
public sealed class SignUpPageTests : PageScene
{
    private static readonly Guid Id = Guid.Parse("019a0000-0000-7000-8000-0000000000b1");
    private static readonly Guid Account = Guid.Parse("019a0000-0000-7000-8000-0000000000b2");
    private static readonly Guid Price = Guid.Parse("019a0000-0000-7000-8000-0000000000b3");
    private static readonly Guid Far = Guid.Parse("019a0000-0000-7000-8000-0000000000b4");
    private static readonly DateOnly Today = new(2026, 11, 22);

    private static readonly SignUpContent Chosen = new() { CustomerId = SubscriptionSamples.Customer, PlanId = SubscriptionSamples.Plan, PriceId = Price, RouterId = SubscriptionSamples.Router, BillingAccountId = Account, StartsOn = Today };

    private readonly Mock<ISignUps> _signUps;
    private readonly Mock<IPlanCatalog> _plans;
    private readonly List<(SignUpStep Step, SignUpContent Content)> _kept = [];
    private SignUp _begun = new(Id, SignUpStep.Customer, new SignUpContent(), 1);

    public SignUpPageTests()
    {
        Allow(SubscriptionsPermissions.SubscriptionsRead, SubscriptionsPermissions.SubscriptionsWrite, CustomersPermissions.CustomersRead, CustomersPermissions.CustomersWrite);
        _signUps = Stub<ISignUps>();
        _plans = Stub<IPlanCatalog>();
        Stub<IBusinessClock>().Setup(b => b.TodayAsync(It.IsAny<CancellationToken>())).ReturnsAsync(Today);
        Stub<ICustomerEditor>();
        Stub<IPlanAddOns>().Setup(a => a.ListAsync(It.IsAny<AddOnFilter>(), It.IsAny<PageRequest>(), It.IsAny<CancellationToken>())).ReturnsAsync((Result<Page<AddOnRow>>)Page<AddOnRow>.Of([], new PageRequest(), 0));
        Stub<IPlanPromotions>().Setup(p => p.ListAsync(It.IsAny<PromotionFilter>(), It.IsAny<PageRequest>(), It.IsAny<CancellationToken>())).ReturnsAsync((Result<Page<PromotionRow>>)Page<PromotionRow>.Of([], new PageRequest(), 0));
        Stub<ICustomerDirectory>().Setup(c => c.GetAsync(SubscriptionSamples.Customer, It.IsAny<CancellationToken>())).ReturnsAsync((Result<CustomerDetails>)Budi());
        Stub<IRouterDirectory>().Setup(r => r.ListAsync(It.IsAny<RouterFilter>(), It.IsAny<PageRequest>(), It.IsAny<CancellationToken>())).ReturnsAsync((Result<Page<RouterRow>>)Page<RouterRow>.Of([], new PageRequest(), 0));
        Stub<ISubscriptionSales>().Setup(s => s.SuggestUsernameAsync(It.IsAny<Guid>(), It.IsAny<Guid>(), It.IsAny<Guid>(), It.IsAny<CancellationToken>())).ReturnsAsync((Result<string>)"budi.43");
        _plans.Setup(p => p.ListAsync(It.IsAny<PlanFilter>(), It.IsAny<PageRequest>(), It.IsAny<CancellationToken>())).ReturnsAsync((Result<Page<PlanRow>>)Page<PlanRow>.Of([Home()], new PageRequest(), 1));
        _plans.Setup(p => p.GetAsync(SubscriptionSamples.Plan, It.IsAny<CancellationToken>())).ReturnsAsync((Result<PlanDetails>)PlanErrors.PlanNotFound);
        _plans.Setup(p => p.PriceOnAsync(SubscriptionSamples.Plan, It.IsAny<DateOnly>(), It.IsAny<CancellationToken>())).ReturnsAsync((Result<PlanPriceRow>)InForce());
        _signUps.Setup(s => s.BeginAsync(Id, It.IsAny<Guid?>(), It.IsAny<CancellationToken>())).ReturnsAsync(() => (Result<SignUp>)_begun);
        _signUps.Setup(s => s.SaveAsync(Id, It.IsAny<long>(), It.IsAny<SignUpStep>(), It.IsAny<SignUpContent>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((Guid id, long version, SignUpStep step, SignUpContent content, CancellationToken _) =>
            {
                _kept.Add((step, content));
                return new SignUp(id, step, content, version + 1);
            });
        _signUps.Setup(s => s.ListRoutersAsync(It.IsAny<double?>(), It.IsAny<double?>(), It.IsAny<Guid?>(), It.IsAny<CancellationToken>())).ReturnsAsync(Result.Of<IReadOnlyList<RouterOffer>>(
        [
            new(Far, "RTR-KECIL", null, 0.4, 3, 40, 10, false),
            new(SubscriptionSamples.Router, "RTR-BEKASI", "Bekasi", null, 120, null, 1_000, true),
        ]));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("id")]
    public void Every_step_has_words_in_both_languages(string language)
    {
        CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(language);
        var missing = MissingTexts.Watch(Services);

        foreach (var step in Enum.GetValues<SignUpStep>())
        {
            _begun = new SignUp(Id, step, Chosen, 1);
            Assert.Equal(((int)step + 1).ToString(CultureInfo.InvariantCulture), OpenPage().Find(".stepper li[data-state=now] .stepper-dot").TextContent);
        }

        Assert.Empty(missing.Keys);
    }

    [Fact]
    public void A_step_that_lacks_something_says_so_and_keeps_nothing()
    {
        _begun = new SignUp(Id, SignUpStep.Plan, new SignUpContent { CustomerId = SubscriptionSamples.Customer }, 1);
        var page = OpenPage();

        page.Find("form").Submit();

        Assert.Equal("Choose one", page.Find(".field-error").TextContent);
        Assert.Empty(_kept);
    }

    [Fact]
    public void A_plan_is_taken_at_the_price_that_was_looked_at()
    {
        _begun = new SignUp(Id, SignUpStep.Plan, new SignUpContent { CustomerId = SubscriptionSamples.Customer }, 1);
        var page = OpenPage();

        page.Find(".choice input").Change("on");
        Assert.Contains("Rp 220,000", page.Find(".sign-up-summary").TextContent, StringComparison.Ordinal);
        page.Find("form").Submit();

        Assert.Equal((SignUpStep.Router, SubscriptionSamples.Plan, Price), (_kept[^1].Step, _kept[^1].Content.PlanId, _kept[^1].Content.PriceId));
    }

    [Fact]
    public void A_router_too_slow_is_no_choice_and_a_distance_that_is_unknown_is_not_zero()
    {
        _begun = new SignUp(Id, SignUpStep.Router, Chosen with { RouterId = null }, 1);
        var page = OpenPage();

        var choices = page.FindAll(".choice");
        Assert.True(choices[0].QuerySelector("input")!.HasAttribute("disabled"));
        Assert.Contains("Carries 10 Mbit/s", choices[0].TextContent, StringComparison.Ordinal);
        Assert.Equal("true", choices[1].GetAttribute("data-chosen"));
        Assert.DoesNotContain("km", choices[1].QuerySelector(".choice-figure")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("budi.43", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_price_that_changed_meanwhile_leads_back_to_the_plan_with_nothing_chosen()
    {
        _begun = new SignUp(Id, SignUpStep.Account, Chosen, 1);
        _signUps.Setup(s => s.FinishAsync(Id, It.IsAny<long>(), It.IsAny<CancellationToken>())).ReturnsAsync((Result<SoldSubscription>)PlanErrors.PriceChanged(Money.Idr(240_000)));
        var page = OpenPage();

        page.Find("form").Submit();

        Assert.Equal("3", page.Find(".stepper li[data-state=now] .stepper-dot").TextContent);
        Assert.Contains("The price changed while this was open", page.Find(".notice").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".choice[data-chosen]"));
    }

    [Fact]
    public void A_name_that_is_taken_is_said_with_the_field_it_belongs_to()
    {
        _begun = new SignUp(Id, SignUpStep.Account, Chosen, 1);
        _signUps.Setup(s => s.FinishAsync(Id, It.IsAny<long>(), It.IsAny<CancellationToken>())).ReturnsAsync((Result<SoldSubscription>)CommonErrors.Invalid([new FieldError("username", "subscriptions.username_characters")]));
        var page = OpenPage();

        page.Find("form").Submit();

        Assert.Contains("User name", page.Find(".error-panel").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Somebody_who_went_on_with_it_is_told_and_loading_it_again_helps()
    {
        _begun = new SignUp(Id, SignUpStep.Account, Chosen, 1);
        _signUps.Setup(s => s.SaveAsync(Id, 1, It.IsAny<SignUpStep>(), It.IsAny<SignUpContent>(), It.IsAny<CancellationToken>())).ReturnsAsync((Result<SignUp>)CommonErrors.VersionConflict);
        var page = OpenPage();
        page.Find("form").Submit();

        _begun = new SignUp(Id, SignUpStep.Router, Chosen with { Note = "Pagar hijau" }, 2);
        page.Find(".notice[role=alert] button").Click();

        Assert.Equal("4", page.Find(".stepper li[data-state=now] .stepper-dot").TextContent);
        Assert.Empty(page.FindAll(".notice[role=alert]"));
    }

    [Fact]
    public void What_was_sold_shows_its_password_once_and_leads_to_its_page()
    {
        _begun = new SignUp(Id, SignUpStep.Account, Chosen, 1);
        _signUps.Setup(s => s.FinishAsync(Id, It.IsAny<long>(), It.IsAny<CancellationToken>())).ReturnsAsync((Result<SoldSubscription>)new SoldSubscription(SubscriptionSamples.Id, "SUB-202611-000001", SubscriptionSamples.Access, "budi.43", "s3cret-once"));
        var dialogs = Open<RadzenDialog>();
        var page = OpenPage();
        page.Find("#pay-activate").Change(true);

        page.Find("form").Submit();

        dialogs.WaitForAssertion(() => Assert.Equal("s3cret-once", dialogs.Find("[data-once-password]").TextContent));
        Assert.True(_kept[^1].Content.ActivateNow);
        Assert.DoesNotContain("s3cret-once", page.Markup, StringComparison.Ordinal);
    }

    private static PlanRow Home() => new(
        SubscriptionSamples.Plan, "Home 20 Mbps", "HOME-20", AccessService.Pppoe, new PlanSpeed(20_000_000, 10_000_000), new PlanPeriod(PlanCycle.Monthly), PlanPayment.Prepaid, Money.Idr(220_000), null, null, true, true, 10, 12, 1);

    private static PlanPriceRow InForce() => new(
        Price, SubscriptionSamples.Plan, new(2026, 1, 1), null, new PlanTerms(Money.Idr(220_000)) { InstallationFee = Money.Idr(250_000), Deposit = Money.Idr(150_000) }, null, "Sari", new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc), PlanPriceState.Current);

    private static CustomerDetails Budi() => new()
    {
        Row = new CustomerRow(SubscriptionSamples.Customer, "CUST-202601-000001", "Budi <Santoso>", null, CustomerKind.Residential, CustomerStatus.Prospect, null, null, "Bekasi", 1, new(2026, 1, 1), null, []),
        Language = "id",
        Channel = MessageChannel.WhatsApp,
        UpdatedAtUtc = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc),
        Version = 1,
        Contacts = [],
        Accounts = [new BillingAccountRow(Account, "ACC-202601-000001", SubscriptionSamples.Customer, "Budi", "Budi", true, null, PaymentWay.Transfer, null, null, 1)],
        Notes = [],
        FormerOwners = [],
    };

    private IRenderedComponent<SignUpPage> OpenPage() => Open<SignUpPage>(parameters => parameters.Add(page => page.SignUpId, Id));
}
