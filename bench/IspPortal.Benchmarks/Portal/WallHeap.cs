using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Playwright;

namespace IspPortal.Benchmarks.Portal;

/// <summary>
/// What one open wall costs in managed memory, and that pages which were opened and closed leave no subscription and no heap behind.
/// <c>--walls=10</c> open at once, <c>--pages=50</c> one after the other; <c>--port</c> and <c>--lab-port</c> where the portal and the routers listen.
/// </summary>
internal static class WallHeap
{
    private const string Subscriptions = "ispportal_feed_subscriptions";

    /// <summary>By how many megabytes the heap differs between two looks at a portal without a page.</summary>
    private const double Slack = 2;

    private static readonly string[] Places = ["/", "/sessions", "/routers", "/alerts", "/map"];

    public static async Task RunAsync(string[] args)
    {
        var options = new ConfigurationBuilder().AddCommandLine(args).Build();
        var count = options.GetValue("walls", 10);
        var pages = options.GetValue("pages", 50);
        await using var demo = await DemoLab.StartAsync(options, 5_983);
        var portal = demo.Portal;
        await using var browser = await BenchBrowser.SignInAsync(options, portal.Address);

        // Code, caches and pools that the first pages leave behind are no cost of an open page.
        await OpenAndCloseAsync(browser, Places.Length * 2);
        await GoneAsync(portal);
        var before = await LiveHeap.MegabytesAsync(portal);

        var walls = new List<IPage>();
        for (var i = 0; i < count; i++)
        {
            walls.Add(await browser.OpenAsync("/"));
        }

        await Task.Delay(TimeSpan.FromSeconds(15));
        var open = await LiveHeap.MegabytesAsync(portal);
        var subscriptions = (await portal.ReadAsync()).Of(Subscriptions);
        foreach (var wall in walls)
        {
            await wall.CloseAsync(new() { RunBeforeUnload = true });
        }

        var gone = await GoneAsync(portal);
        var closed = await LiveHeap.MegabytesAsync(portal);

        // The routers' own figures may have grown meanwhile: what closing gives back is the walls' alone.
        var each = Math.Max(open - before, open - closed) / count;
        Line($"heap of an open wall: {each:0.00} MB {Goal.Under(each, 1)}; {before:0.0} MB before, {open:0.0} MB with {count} walls and {subscriptions:0} subscriptions, {closed:0.0} MB after");
        Line($"their subscriptions were gone {gone.TotalSeconds:0.0} s after the last was closed");

        await OpenAndCloseAsync(browser, pages);
        gone = await GoneAsync(portal);
        var left = (await portal.ReadAsync()).Of(Subscriptions);
        Line($"{pages} pages opened and closed: {left:0} subscriptions {Goal.Exactly(left, 0)} {gone.TotalSeconds:0.0} s after the last");
        var (more, back) = await BackAsync(portal, before);
        Line($"heap after them: {more:+0.0;-0.0} MB against the start {Goal.Under(more, Slack)}, {back.TotalSeconds:0} s after the last subscription went");

        // A tab that crashes says no good-bye.
        var crashed = await browser.OpenAsync("/");
        var session = await crashed.Context.NewCDPSessionAsync(crashed);
        _ = session.SendAsync("Page.crash");
        gone = await GoneAsync(portal);
        Line($"a wall whose tab crashed holds its subscriptions for {gone.TotalSeconds:0} s {Goal.Under(gone.TotalSeconds, 60)}");
        Line($"load of the machine {Machine.Load()}");
    }

    private static async Task OpenAndCloseAsync(BenchBrowser browser, int pages)
    {
        for (var i = 0; i < pages; i++)
        {
            var page = await browser.VisitAsync(Places[i % Places.Length]);
            await Task.Delay(TimeSpan.FromMilliseconds(300));
            await page.CloseAsync(new() { RunBeforeUnload = true });
        }
    }

    // A page that could not say good-bye is let go half a minute later.
    private static async Task<(double More, TimeSpan After)> BackAsync(PortalProcess portal, double before)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var more = await LiveHeap.MegabytesAsync(portal) - before;
            var passed = TimeProvider.System.GetElapsedTime(start);
            if (more < Slack || passed > TimeSpan.FromMinutes(2))
            {
                return (more, passed);
            }

            await Task.Delay(TimeSpan.FromSeconds(5));
        }
    }

    private static async Task<TimeSpan> GoneAsync(PortalProcess portal)
    {
        var start = TimeProvider.System.GetTimestamp();
        await portal.WaitAsync(figures => figures.Of(Subscriptions) == 0, TimeSpan.FromMinutes(3), "no page is subscribed");
        return TimeProvider.System.GetElapsedTime(start);
    }

    private static void Line(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
