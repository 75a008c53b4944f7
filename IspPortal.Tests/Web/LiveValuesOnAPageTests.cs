using Bunit;
using IspPortal.Core.Network.Routers;
using IspPortal.Tests.Web.Support;
using IspPortal.Web.Features.Subscribers.Parts;
using IspPortal.Web.Features.Wall.Pages;
using IspPortal.Web.Features.Wall.Parts;
using IspPortal.Web.Shared;

namespace IspPortal.Tests.Web;

public sealed class LiveValuesOnAPageTests
{
    [Fact]
    public void The_wall_shows_the_cached_figures_at_once_and_new_ones_on_the_next_tick()
    {
        using var context = new PartContext();
        context.Network.Poll();
        var wall = context.Render<WallPage>();
        var before = wall.Find("[data-figure=down]").TextContent;
        Assert.EndsWith("Gbit/s", before, StringComparison.Ordinal);

        context.Network.Load = 0.5;
        context.Network.Poll();
        Assert.Equal(before, wall.Find("[data-figure=down]").TextContent);
        context.Clock.Advance(TimeSpan.FromSeconds(1));

        wall.WaitForAssertion(() => Assert.NotEqual(before, wall.Find("[data-figure=down]").TextContent));
    }

    [Fact]
    public void A_figure_that_comes_after_a_quiet_second_does_not_wait_for_the_tick()
    {
        using var context = new PartContext();
        context.Network.Poll();
        var wall = context.Render<WallPage>();
        context.Clock.Advance(TimeSpan.FromSeconds(3));
        var before = wall.Find("[data-figure=down]").TextContent;

        context.Network.Load = 0.5;
        context.Network.Poll();
        context.Clock.Advance(TimeSpan.FromMilliseconds(100));

        wall.WaitForAssertion(() => Assert.NotEqual(before, wall.Find("[data-figure=down]").TextContent));
    }

    [Fact]
    public void After_quiet_seconds_the_answers_of_several_routers_are_each_shown_soon()
    {
        using var context = new PartContext();
        context.Network.Poll();
        var wall = context.Render<WallPage>();
        context.Clock.Advance(TimeSpan.FromSeconds(9.5));
        foreach (var load in (double[])[0.9, 0.7, 0.5, 0.3])
        {
            var before = wall.Find("[data-figure=down]").TextContent;
            context.Network.Load = load;
            context.Network.Poll();
            context.Clock.Advance(TimeSpan.FromMilliseconds(100));

            wall.WaitForAssertion(() => Assert.NotEqual(before, wall.Find("[data-figure=down]").TextContent));
        }
    }

    [Fact]
    public async Task A_page_that_is_left_leaves_no_subscription_and_no_timer_behind()
    {
        using var context = new PartContext();
        context.Network.Poll();
        context.Render<WallPage>();
        context.Render<LiveLineCard>(parameters => parameters.Add(card => card.AccessId, StagedNetwork.AccessId(0, 1)));
        Assert.True(context.Feed.SubscriptionCount >= 3);
        Assert.True(context.Ticks.ListenerCount > 0);

        await context.DisposeComponentsAsync();

        Assert.Equal(0, context.Feed.SubscriptionCount);
        Assert.Equal(0, context.Ticks.ListenerCount);
    }

    [Fact]
    public void A_router_that_cannot_be_read_makes_its_sessions_unknown_and_not_zero()
    {
        using var context = new PartContext();
        context.Network.SetState(1, RouterState.Offline);
        var strip = context.Render<WallStrip>(parameters => parameters.Add(part => part.Totals, context.Network.Totals().Value));

        Assert.Contains("60 unknown", strip.Markup, StringComparison.Ordinal);
        Assert.Contains("figures from 3 of 4", strip.Markup, StringComparison.Ordinal);
        Assert.Equal("180/ 253", strip.Find("[data-figure=online]").TextContent.Trim());
    }

    [Fact]
    public void Nothing_read_yet_shows_dashes()
    {
        using var context = new PartContext();
        var strip = context.Render<WallStrip>(parameters => parameters.Add(part => part.Totals, null));

        Assert.Equal("–", strip.Find("[data-figure=down]").TextContent);
        Assert.Equal("–/ –", strip.Find("[data-figure=online]").TextContent.Trim());
        Assert.DoesNotContain("0", strip.Find("[data-figure=routers]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Old_totals_say_that_they_are_stale()
    {
        using var context = new PartContext();
        context.Network.Poll();
        var wall = context.Render<WallPage>();
        Assert.Empty(wall.FindAll("[data-figure=as-of][data-stale]"));

        context.Clock.Advance(TimeSpan.FromSeconds(40));

        wall.WaitForAssertion(() => Assert.Single(wall.FindAll("[data-figure=as-of][data-stale]")));
    }

    [Fact]
    public void A_watched_line_renders_soon_after_arrival_and_tells_when_it_attached_again()
    {
        using var context = new PartContext();
        var access = StagedNetwork.AccessId(0, 1);
        var card = context.Render<LiveLineCard>(parameters => parameters.Add(part => part.AccessId, access));
        Assert.Contains(access, context.Feed.WatchedKeys<Core.Monitoring.AccessRate>());

        context.Network.Stream(access, 18_200_000, 1_100_000);
        context.Clock.Advance(TimeSpan.FromMilliseconds(100));
        card.WaitForAssertion(() => Assert.Equal("18.2Mbit/s", card.Find("[data-figure=down]").TextContent));
        Assert.Empty(card.FindAll("[data-again]"));

        context.Network.Stream(access, null, null, Core.Monitoring.RateSource.RouterUnreadable);
        context.Clock.Advance(TimeSpan.FromMilliseconds(100));
        card.WaitForAssertion(() => Assert.Equal("–", card.Find("[data-figure=down]").TextContent));
        Assert.NotEmpty(card.FindAll("[data-source=RouterUnreadable]"));

        context.Network.Stream(access, 17_000_000, 900_000);
        context.Clock.Advance(TimeSpan.FromMilliseconds(100));
        card.WaitForAssertion(() => Assert.Single(card.FindAll("[data-again]")));
    }

    [Fact]
    public void An_age_goes_stale_by_itself()
    {
        using var context = new PartContext();
        var stamp = context.Render<AgeStamp>(parameters => parameters.Add(part => part.AtUtc, context.Clock.GetUtcNow().UtcDateTime));
        Assert.Equal("now", stamp.Find("time").TextContent);

        context.Clock.Advance(TimeSpan.FromSeconds(12));
        stamp.WaitForAssertion(() => Assert.Equal("12 s ago", stamp.Find("time").TextContent));
        Assert.Null(stamp.Find("time").GetAttribute("data-stale"));

        context.Clock.Advance(TimeSpan.FromMinutes(2));
        stamp.WaitForAssertion(() => Assert.Equal("true", stamp.Find("time").GetAttribute("data-stale")));
    }

    [Fact]
    public void An_alert_is_taken_in_place()
    {
        using var context = new PartContext();
        context.Network.SetState(2, RouterState.Offline);
        var card = context.Render<AlertsCard>();
        card.Find("button").Click();
        context.Clock.Advance(TimeSpan.FromSeconds(1));

        card.WaitForAssertion(() => Assert.Equal("acknowledged", card.Find(".alert-row").GetAttribute("data-status")));
        Assert.Contains("Sari Wulandari", card.Find(".alert-taken").TextContent, StringComparison.Ordinal);
        Assert.Empty(card.FindAll("button"));
    }
}
