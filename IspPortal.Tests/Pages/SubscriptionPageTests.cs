using System.Globalization;
using Bunit;
using IspPortal.Core.Common.Money;
using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Inventory;
using IspPortal.Core.Network;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Plans.Offers;
using IspPortal.Core.Subscriptions;
using IspPortal.Core.Subscriptions.Changes;
using IspPortal.Core.Subscriptions.Delivery;
using IspPortal.Core.Subscriptions.Offers;
using IspPortal.Core.Subscriptions.Quota;
using IspPortal.Web.Features.Subscriptions.Pages;
using Moq;

namespace IspPortal.Tests.Pages;

public sealed class SubscriptionPageTests : PageScene
{
    private static readonly string[] Everything =
    [
        SubscriptionsPermissions.SubscriptionsRead, SubscriptionsPermissions.SubscriptionsWrite, SubscriptionsPermissions.SubscriptionsActivate, SubscriptionsPermissions.SubscriptionsHold,
        SubscriptionsPermissions.SubscriptionsPassword, InventoryPermissions.InventorySwap, NetworkPermissions.RoutersRead, NetworkPermissions.SessionsRead,
    ];

    private readonly Mock<ISubscriptionDirectory> _directory;
    private readonly Mock<ISubscriptionLifecycle> _lifecycle;
    private SubscriptionDetails _shown = SubscriptionSamples.Active();

    public SubscriptionPageTests()
    {
        Allow(Everything);
        _directory = Stub<ISubscriptionDirectory>();
        _lifecycle = Stub<ISubscriptionLifecycle>();
        Stub<ISubscriptionMoves>();
        Stub<ISubscriptionOffers>();
        Stub<IQuotaDirectory>();
        Stub<IBusinessClock>().Setup(b => b.TodayAsync(It.IsAny<CancellationToken>())).ReturnsAsync(new DateOnly(2026, 11, 22));
        Stub<IAccessDirectory>().Setup(a => a.GetAsync(It.IsAny<Guid>(), It.IsAny<CancellationToken>())).ReturnsAsync((Result<AccessDetails>)NetworkErrors.AccessNotFound);
        _directory.Setup(d => d.GetAsync(SubscriptionSamples.Id, It.IsAny<CancellationToken>())).ReturnsAsync(() => (Result<SubscriptionDetails>)_shown);
        _directory.Setup(d => d.ListHistoryAsync(SubscriptionSamples.Id, It.IsAny<PageRequest>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((Result<Page<SubscriptionHistoryRow>>)Page<SubscriptionHistoryRow>.Of([.. Enum.GetValues<SubscriptionHistoryKind>().Select(HistoryOf)], new PageRequest(), 20));
    }

    public static TheoryData<string, string> EveryStateInBothLanguages
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var language in new[] { "en", "id" })
            {
                SubscriptionSamples.All.Keys.ToList().ForEach(name => data.Add(language, name));
            }

            return data;
        }
    }

    [Theory, MemberData(nameof(EveryStateInBothLanguages))]
    public void Every_state_has_words_for_all_it_shows(string language, string name)
    {
        CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(language);
        var missing = MissingTexts.Watch(Services);
        _shown = SubscriptionSamples.All[name];

        var page = OpenPage();
        Assert.Equal("budi.42", page.Find("h1").TextContent);
        Address.NavigateTo($"subscriptions/{SubscriptionSamples.Id}?tab=history");
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("tbody tr")));

        Assert.Empty(missing.Keys);
    }

    [Fact]
    public void Before_the_technician_came_the_checklist_leads_and_activating_is_the_button()
    {
        _shown = SubscriptionSamples.Pending();
        _lifecycle.Setup(l => l.ActivateAsync(SubscriptionSamples.Id, 7, null, It.IsAny<CancellationToken>())).ReturnsAsync(Result.Success).Callback(() => _shown = SubscriptionSamples.Active());
        var page = OpenPage();

        Assert.Contains("Waiting for installation", page.Find(".page-title").TextContent, StringComparison.Ordinal);
        Assert.Single(page.FindAll(".checklist li[data-done]"));
        Assert.DoesNotContain(page.FindAll(".menu-items button"), button => button.TextContent.Contains("Hold", StringComparison.Ordinal) || button.TextContent.Contains("Pause", StringComparison.Ordinal));
        page.Find(".page-actions .button-primary").Click();

        page.WaitForAssertion(() => Assert.Contains("Active", page.Find(".page-title").TextContent, StringComparison.Ordinal));
        _lifecycle.Verify(l => l.ActivateAsync(SubscriptionSamples.Id, 7, null, It.IsAny<CancellationToken>()), Times.Once);
    }

    [Theory]
    [InlineData(AccessHolds.Dunning, "Overdue bill", false)]
    [InlineData(AccessHolds.Expired, "Time ran out", false)]
    [InlineData(AccessHolds.Manual, "By hand", true)]
    [InlineData(AccessHolds.Pause, "Paused", false)]
    [InlineData(AccessHolds.Abuse, "Abuse", true)]
    public void A_held_line_says_by_what_since_when_and_by_whom_and_only_what_a_person_set_is_let_go_here(AccessHolds kind, string word, bool mayLetGo)
    {
        _shown = SubscriptionSamples.Held(kind);
        var page = OpenPage();

        var hold = page.Find(".hold-line").TextContent;
        Assert.Contains(word, hold, StringComparison.Ordinal);
        Assert.Contains("Sari", hold, StringComparison.Ordinal);
        Assert.Contains("Bukti <transfer> menyusul", hold, StringComparison.Ordinal);
        Assert.Equal(word, page.Find(".page-title .badge").GetAttribute("title"));
        Assert.Equal(mayLetGo ? 1 : 0, page.FindAll(".hold-line .link-button").Count);
    }

    [Fact]
    public void A_pause_can_be_ended_and_its_own_end_is_not_taken_back_by_itself()
    {
        _shown = SubscriptionSamples.Paused();
        var page = OpenPage();

        Assert.Contains(page.FindAll(".menu-items button"), button => button.TextContent.Contains("End the pause", StringComparison.Ordinal));
        var ahead = page.FindAll(".line-list li").Single(line => line.TextContent.Contains("Pause is over", StringComparison.Ordinal));
        Assert.Empty(ahead.QuerySelectorAll("button"));
        Assert.Contains("Mudik", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_can_be_done_to_one_that_ended()
    {
        _shown = SubscriptionSamples.Terminated();
        var page = OpenPage();

        Assert.Empty(page.FindAll(".page-actions"));
        Assert.Empty(page.FindAll("input[type=checkbox]"));
        Assert.Contains("Pindah kota", page.Find(".facts + *, .customer-columns").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_one_that_was_erased_no_reason_is_left_over()
    {
        _shown = SubscriptionSamples.Terminated(null);

        var ended = OpenPage().FindAll("dt").Single(term => term.TextContent == "Ended").NextElementSibling!.TextContent;

        Assert.DoesNotContain("·", ended, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_router_refused_is_said_in_its_words_and_can_be_tried_again()
    {
        _shown = SubscriptionSamples.Failed();
        _lifecycle.Setup(l => l.RetryLineAsync(SubscriptionSamples.Id, It.IsAny<CancellationToken>())).ReturnsAsync(Result.Success)
            .Callback(() => _shown = SubscriptionSamples.Active() with { Delivery = SubscriptionSamples.Told(LineDeliveryState.Pending) });
        var page = OpenPage();

        var notice = page.Find("[data-delivery=Failed]");
        Assert.Contains("RTR-BEKASI could not be told", notice.TextContent, StringComparison.Ordinal);
        Assert.Equal("input does not match any value of <profile>", notice.QuerySelector(".error-detail")!.TextContent);
        Assert.StartsWith("access-plans/", notice.QuerySelector("a")!.GetAttribute("href"), StringComparison.Ordinal);
        notice.QuerySelector("button")!.Click();

        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("[data-delivery=Pending]")));
        _lifecycle.Verify(l => l.RetryLineAsync(SubscriptionSamples.Id, It.IsAny<CancellationToken>()), Times.Once);
    }

    [Fact]
    public void While_a_router_is_being_told_the_page_follows_by_itself()
    {
        _shown = SubscriptionSamples.Active() with { Delivery = SubscriptionSamples.Told(LineDeliveryState.Applying) };
        var page = OpenPage();
        Assert.Empty(page.FindAll("[data-delivery] button"));

        _shown = SubscriptionSamples.Active();
        for (var second = 0; second < 3; second++)
        {
            Clock.Advance(TimeSpan.FromSeconds(1));
        }

        page.WaitForAssertion(() => Assert.Empty(page.FindAll("[data-delivery]")));
    }

    [Fact]
    public void A_change_that_is_refused_says_why_and_shows_what_is_there_now()
    {
        _lifecycle.Setup(l => l.SetAutoRenewAsync(SubscriptionSamples.Id, 7, false, It.IsAny<CancellationToken>())).ReturnsAsync((Result)Core.Common.CommonErrors.VersionConflict)
            .Callback(() => _shown = SubscriptionSamples.Active() with { AutoRenew = false });
        var page = OpenPage();

        page.Find("input[type=checkbox]").Change(false);

        Assert.Contains("common.version_conflict", page.Find(".error-panel").TextContent, StringComparison.Ordinal);
        Assert.False(page.Find("input[type=checkbox]").HasAttribute("checked"));
    }

    [Fact]
    public void Who_only_reads_finds_no_button_that_changes_anything()
    {
        foreach (var name in SubscriptionSamples.All.Keys)
        {
            Allow(SubscriptionsPermissions.SubscriptionsRead);
            _shown = SubscriptionSamples.All[name];
            var page = OpenPage();

            Assert.True(page.FindAll(".page-actions button, .page-actions a, .hold-line button, [data-delivery] button, .line-list button").Count == 0, name);
            Assert.All(page.FindAll("input[type=checkbox]"), box => Assert.True(box.HasAttribute("disabled"), name));
        }
    }

    [Theory]
    [InlineData(SubscriptionsPermissions.SubscriptionsWrite, "Change plan")]
    [InlineData(SubscriptionsPermissions.SubscriptionsActivate, "User name, device, address")]
    [InlineData(SubscriptionsPermissions.SubscriptionsPassword, "New password")]
    [InlineData(SubscriptionsPermissions.SubscriptionsHold, "Hold")]
    [InlineData(InventoryPermissions.InventorySwap, "Swap device")]
    public void An_action_is_there_for_who_may_do_it_alone(string permission, string action)
    {
        Allow(SubscriptionsPermissions.SubscriptionsRead, permission);
        Assert.Contains(Actions(), text => text == action);

        Allow([.. Everything.Except([permission])]);
        Assert.DoesNotContain(Actions(), text => text == action);

        List<string> Actions() => [.. OpenPage().FindAll(".page-actions button, .page-actions a").Select(element => string.Concat(element.ChildNodes.Where(node => node.NodeType == AngleSharp.Dom.NodeType.Text).Select(node => node.TextContent)).Trim())];
    }

    [Fact]
    public void What_is_not_known_is_said_and_never_shown_as_none()
    {
        _shown = SubscriptionSamples.Unknown();
        var page = OpenPage();

        Assert.Equal("never compared", Fact("On the router"));
        Assert.Equal("as the router has it", Fact("Fixed address"));
        Assert.Equal("as the router has it", Fact("Device (MAC)"));
        Assert.Equal("not known", Fact("Password"));

        string Fact(string name) => page.FindAll("dt").Single(term => term.TextContent == name).NextElementSibling!.TextContent.Trim();
    }

    [Theory]
    [InlineData("en", "The router is disabled.")]
    [InlineData("id", "Router dinonaktifkan.")]
    public void What_could_not_be_done_is_said_in_words_and_is_seen_and_gone(string language, string words)
    {
        CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(language);
        _shown = SubscriptionSamples.All.Values.First(s => s.Changes.Any(c => c.State == SubscriptionChangeState.Failed));
        var failed = _shown.Changes.Single(c => c.State == SubscriptionChangeState.Failed);
        var moves = Stub<ISubscriptionMoves>();
        moves.Setup(m => m.DismissChangeAsync(SubscriptionSamples.Id, failed.Id, It.IsAny<CancellationToken>())).ReturnsAsync(Result.Success)
            .Callback(() => _shown = _shown with { Changes = [.. _shown.Changes.Where(c => c.Id != failed.Id)] });
        var page = OpenPage();

        Assert.Equal(words, page.Find("[data-why]").TextContent);
        Assert.DoesNotContain("router_disabled", page.Markup, StringComparison.Ordinal);
        page.Find("[data-dismiss]").Click();
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("[data-why]")));
        moves.Verify(m => m.DismissChangeAsync(SubscriptionSamples.Id, failed.Id, It.IsAny<CancellationToken>()), Times.Once);
    }

    [Theory]
    [InlineData("en", true, "200 % from 22:00 to 06:00", "cut off for a few seconds", "Night speed now: 200 %")]
    [InlineData("id", false, "200 % dari 22:00 sampai 06:00", "Tidak ada yang diputus", "Kecepatan malam sekarang: 200 %")]
    public void A_night_speed_says_when_it_holds_how_it_is_noticed_and_whether_it_is_had_now(string language, bool reconnects, string hours, string notice, string now)
    {
        CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(language);
        var missing = MissingTexts.Watch(Services);
        var bought = new SubscriptionAddOnRow(Guid.CreateVersion7(), Guid.CreateVersion7(), "MALAM", "Ngebut malam", AddOnKind.NightSpeed, 1, Money.Idr(35_000), false, new DateOnly(2026, 11, 1), null, "Sari")
        {
            SpeedPercent = 200,
            NightFrom = new(22, 0),
            NightTo = new(6, 0),
            ReconnectsSessions = reconnects,
        };
        _shown = SubscriptionSamples.Active() with { AddOns = [bought], NightPercent = 200 };

        var page = OpenPage();

        var told = string.Join('\n', page.FindAll("[data-night]").Select(each => each.TextContent));
        Assert.All(new[] { hours, notice, now }, words => Assert.Contains(words, told, StringComparison.Ordinal));
        Assert.Empty(missing.Keys);
        _shown = _shown with { NightPercent = null };
        Assert.DoesNotContain(now, OpenPage().Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void One_that_is_not_there_says_so()
    {
        _directory.Setup(d => d.GetAsync(SubscriptionSamples.Id, It.IsAny<CancellationToken>())).ReturnsAsync((Result<SubscriptionDetails>)SubscriptionsErrors.NotFound);

        Assert.Contains("subscriptions.not_found", OpenPage().Find(".error-panel").TextContent, StringComparison.Ordinal);
    }

    private static SubscriptionHistoryRow HistoryOf(SubscriptionHistoryKind kind) => new(
        Guid.CreateVersion7(), new DateTime(2026, 11, 1, 2, 0, 0, DateTimeKind.Utc), kind, kind == SubscriptionHistoryKind.PlanChanged ? new DateOnly(2026, 11, 1) : null, Before(kind), Before(kind), null, "Sari");

    private static string? Before(SubscriptionHistoryKind kind) => kind switch
    {
        SubscriptionHistoryKind.Held or SubscriptionHistoryKind.Released => nameof(AccessHolds.Manual),
        SubscriptionHistoryKind.Scheduled or SubscriptionHistoryKind.ScheduleCancelled or SubscriptionHistoryKind.ScheduleFailed or SubscriptionHistoryKind.ScheduleDismissed => nameof(SubscriptionChangeKind.ChangePlan),
        SubscriptionHistoryKind.AutoRenewChanged => "on",
        _ => null,
    };

    private IRenderedComponent<SubscriptionPage> OpenPage() => Open<SubscriptionPage>(parameters => parameters.Add(page => page.SubscriptionId, SubscriptionSamples.Id));
}
