using IspPortal.Core.Lab;
using IspPortal.Core.Network.Routers;
using IspPortal.Tests.Browser;
using IspPortal.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IspPortal.Tests.Scenarios;

/// <summary>A router dies under an operator's eyes and comes back, in both languages.</summary>
public sealed class LosingARouterTests(PagesWithoutAPast pages) : IClassFixture<PagesWithoutAPast>
{
    /// <summary>Three failed polls, each up to its deadline, with 2 s and 5 s between them.</summary>
    private const float OfflineLimit = 90_000;

    /// <summary>Boot, the next try, and modems that redial within a minute.</summary>
    private static readonly TimeSpan BackLimit = TimeSpan.FromSeconds(150);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [ToldIn("en", "RTR-CIKARANG", true, "unknown", "Open", "Resolved", "stale")]
    [ToldIn("id", "RTR-KARAWANG", false, "belum diketahui", "Terbuka", "Selesai", "usang")]
    public async Task It_goes_offline_with_one_alert_and_unknown_sessions_and_recovers_by_itself(
        string language, string router, bool byPower, string unknown, string open, string resolved, string stale)
    {
        var wall = await pages.SignInAsync(LivePages.Administrator, language);
        var portal = pages.Portal;
        var routers = portal.Lab.Routers().Count;
        var bar = wall.Locator(".router-bar", new() { HasText = router });
        await Expect(wall.Locator(".router-bar[data-tone=good]")).ToHaveCountAsync(routers);
        await LivePages.ExpectSomeAsync(bar.Locator(".router-sessions"));
        await Expect(wall.Locator(".bell-count")).ToHaveCountAsync(0);
        var before = portal.Router(router);

        await StopAsync(router, byPower);
        try
        {
            await Expect(bar).ToHaveAttributeAsync("data-tone", "warning");
            await Expect(bar).ToHaveAttributeAsync("data-tone", "bad", new() { Timeout = OfflineLimit });
            await Expect(wall.Locator("[data-figure=routers] [data-tone=bad]")).ToContainTextAsync("1");
            await Expect(wall.Locator(".router-bar[data-tone=good]")).ToHaveCountAsync(routers - 1);
            await Expect(wall.Locator(".bell-count")).ToHaveTextAsync("1");
            await Expect(wall.Locator(".wall-alerts .alert-row")).ToHaveCountAsync(1);
            await Expect(wall.Locator(".wall-alerts .alert-row")).ToContainTextAsync(router);

            await Expect(wall.Locator("[data-figure=online] + .wall-note")).ToContainTextAsync(unknown);
            await LivePages.ExpectSomeAsync(wall.Locator("[data-figure=online] + .wall-note"));
            await LivePages.ExpectSomeAsync(bar.Locator(".router-sessions"));
            var lost = portal.Totals!;
            Assert.Equal(portal.Router(router).Sessions, lost.UnknownSessions);
            Assert.InRange(lost.UnknownSessions, before.Sessions!.Value / 2, before.Sessions.Value * 2);
            Assert.True(lost.OnlineSessions > 0, "The other routers' sessions are counted as before.");
            Assert.All(lost.Routers.Where(line => line.Name != router), line => Assert.Equal(RouterState.Online, line.State));

            var second = await wall.Context.NewPageAsync();
            await second.GotoAsync("/alerts");
            await Expect(second.Locator("tbody tr")).ToHaveCountAsync(1);
            await Expect(second.Locator("tbody tr")).ToContainTextAsync(router);
            await Expect(second.Locator("tbody tr .badge:visible", new() { HasText = open })).ToBeVisibleAsync();
            await second.GotoAsync($"/sessions?router={before.RouterId}");
            await Expect(second.Locator("tbody tr.row-stale .stale-mark").First).ToContainTextAsync(stale);
            await Expect(second.Locator("tbody tr:not(.row-stale)")).ToHaveCountAsync(0);

            // It is an outage of its own: nothing of the plant is blamed for lines that nobody can see.
            await second.GotoAsync("/outages?open=yes");
            await Expect(second.Locator("tbody tr", new() { HasText = router })).ToHaveCountAsync(1);
            await Expect(second.Locator("tbody tr", new() { HasText = "ODP-" })).ToHaveCountAsync(0);
            await second.CloseAsync();
        }
        finally
        {
            await StartAsync(router, byPower);
        }

        await Expect(bar).ToHaveAttributeAsync("data-tone", "good", new() { Timeout = OfflineLimit });
        await Expect(wall.Locator(".bell-count")).ToHaveCountAsync(0);
        await Expect(wall.Locator("[data-figure=online] + .wall-note")).ToHaveCountAsync(0);
        await LivePages.PollUntilAsync(
            async () => await LivePages.CountInAsync(bar.Locator(".router-sessions")) > before.Sessions / 2,
            BackLimit,
            () => $"{portal.Router(router).Sessions} of {before.Sessions} sessions are back.");

        await wall.GotoAsync("/alerts?status=resolved");
        var ended = wall.Locator("tbody tr", new() { HasText = router });
        await Expect(ended).ToHaveCountAsync(1);
        await Expect(ended.Locator(".badge:visible", new() { HasText = resolved })).ToBeVisibleAsync();
        await wall.Context.CloseAsync();
    }

    private async Task StopAsync(string router, bool byPower) => Assert.True((byPower
        ? await pages.Portal.Lab.PowerOffAsync(router, Token)
        : await pages.Portal.Lab.ThrowAsync(router, new LabFault(LabFaultKind.Refused), Token)).Succeeded);

    private async Task StartAsync(string router, bool byPower) => Assert.True((byPower
        ? await pages.Portal.Lab.PowerOnAsync(router, Token)
        : await pages.Portal.Lab.ClearAsync(router, Token)).Succeeded);
}
