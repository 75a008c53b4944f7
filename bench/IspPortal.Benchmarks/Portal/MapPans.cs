using System.Globalization;
using IspPortal.Benchmarks.Network;
using IspPortal.Benchmarks.Office;
using IspPortal.Core.Mapping.Geo;
using IspPortal.Infrastructure.Customers;
using IspPortal.Infrastructure.Mapping;
using IspPortal.Infrastructure.Mapping.Live;
using IspPortal.Infrastructure.Monitoring;
using IspPortal.Infrastructure.Persistence;
using IspPortal.Infrastructure.Plans;
using IspPortal.Infrastructure.Subscriptions;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Playwright;

namespace IspPortal.Benchmarks.Portal;

/// <summary>
/// The live map of many customers in Chromium: from the address to the first marks, and from a pan to the marks of the new place. The portal is a process of its own on SQLite, without lab and without
/// routers that answer. <c>--lines=50000</c>, <c>--rounds=20</c>, <c>--port</c>.
/// </summary>
internal static class MapPans
{
    private const string Password = "bench-of-the-map-2026";

    /// <summary>Notes when the first marks stand on the page, in milliseconds after it was asked for.</summary>
    private const string NoteFirst = """
        new MutationObserver((_, seen) => {
          if (!document.querySelector('[data-marks]')) return;
          seen.disconnect();
          requestAnimationFrame(() => { window.firstMarks = performance.now(); });
        }).observe(document, { attributes: true, attributeFilter: ['data-marks'], subtree: true });
        """;

    private const string Pan = """
        async ([dx, dy]) => {
          const { mapOf } = await import('/js/live-map.js');
          const element = document.querySelector('[data-marks]');
          return await new Promise(done => {
            const start = performance.now();
            const seen = new MutationObserver(() => { seen.disconnect(); requestAnimationFrame(() => done(performance.now() - start)); });
            seen.observe(element, { attributes: true, attributeFilter: ['data-marks'] });
            mapOf(element).map.panBy([dx, dy], { animate: false });
          });
        }
        """;

    public static async Task RunAsync(string[] args)
    {
        var options = new ConfigurationBuilder().AddCommandLine(args).Build();
        var (lines, rounds) = (options.GetValue("lines", 50_000), options.GetValue("rounds", 20));
        var directory = Directory.CreateTempSubdirectory("map-pans-");
        try
        {
            var middle = await SeedAsync(directory.FullName, lines);
            await using var portal = new PortalProcess(options.GetValue("port", 5_984), "--Lab:Enabled=false", $"--Storage:DataDirectory={directory.FullName}");
            await portal.WaitAsync(_ => portal.Said("/account/set-up?token=").Count > 0, TimeSpan.FromMinutes(2), "the link for the first administrator");
            using var playwright = await Playwright.CreateAsync();
            await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = options["chromium"] ?? "/usr/bin/chromium", Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"] });
            var context = await browser.NewContextAsync(new() { BaseURL = portal.Address.ToString(), Locale = "en-GB", ViewportSize = new() { Width = 1440, Height = 900 } });
            context.SetDefaultTimeout(90_000);
            await context.AddInitScriptAsync(NoteFirst);
            await SignInAsync(await context.NewPageAsync(), portal.Said("/account/set-up?token=")[^1].Trim());
            await FirstViewsAsync(context);
            await PansAsync(context, middle, rounds);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  load of the machine {Machine.Load()}"));
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    private static async Task<GeoPoint> SeedAsync(string directory, int lines)
    {
        await using (var services = await BenchServices.BuildAsync([new("Storage:DataDirectory", directory)], more => more.AddMonitoring().AddCustomers().AddSubscriptions().AddPlans().AddMapping()))
        {
            var source = services.GetRequiredService<PortalContextSource>();
            await new OfficeCrowd(source, services.GetRequiredService<BlindIndex>()).SeedAsync(Math.Max(1_000, lines * 100 / 107));
            using var atlas = new LineAtlas(source, TimeProvider.System, NullLogger<LineAtlas>.Instance);
            var places = (await atlas.GetAsync(CancellationToken.None)).Lines.Values.Where(l => l.Point is not null).ToList();
            await CrowdPlant.SeedAsync(source, places, lines / 10, lines * 12 / 50);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"SQLite: {places.Count:#,0} lines, {lines / 10:#,0} ODPs, {lines * 12 / 50:#,0} cables; load {Machine.Load()}"));
            SqliteConnection.ClearAllPools();
            return places[places.Count / 2].Point!.Value;
        }
    }

    private static async Task SignInAsync(IPage page, string link)
    {
        await page.GotoAsync(link);
        await page.FillAsync("[name='Form.Name']", "Bench");
        await page.FillAsync("[name='Form.Email']", "bench@lab.test");
        await page.FillAsync("[name='Form.Password']", Password);
        await page.FillAsync("[name='Form.Repeat']", Password);
        await page.ClickAsync("form button[type=submit]");
        await page.WaitForURLAsync(url => !url.Contains("set-up", StringComparison.Ordinal));
        if (await page.Locator("[name='Form.Email']").CountAsync() > 0)
        {
            await page.FillAsync("[name='Form.Email']", "bench@lab.test");
            await page.FillAsync("[name='Form.Password']", Password);
            await page.ClickAsync("form button[type=submit]");
        }

        await page.WaitForSelectorAsync(".shell");
        await page.CloseAsync(new() { RunBeforeUnload = true });
    }

    private static async Task FirstViewsAsync(IBrowserContext context)
    {
        var times = new List<double>();
        for (var i = 0; i < 6; i++)
        {
            var page = await context.NewPageAsync();
            await page.GotoAsync("/map");
            await page.WaitForFunctionAsync("() => window.firstMarks");
            times.Add(await page.EvaluateAsync<double>("() => window.firstMarks"));
            await page.CloseAsync(new() { RunBeforeUnload = true });
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  address to marks, the first of a portal that just started {times[0]:0} ms"));
        Tell("address to marks, later ones", times[1..], 1_500);
    }

    private static async Task PansAsync(IBrowserContext context, GeoPoint middle, int rounds)
    {
        foreach (var zoom in new[] { 11, 13, 15, 17 })
        {
            var page = await context.NewPageAsync();
            await page.GotoAsync(string.Create(CultureInfo.InvariantCulture, $"/map?at={middle.Latitude:0.#####},{middle.Longitude:0.#####},{zoom}"));
            await page.WaitForFunctionAsync("() => window.firstMarks");
            var (times, marks) = (new List<double>(), 0);
            for (var i = 0; i < rounds; i++)
            {
                times.Add(await page.EvaluateAsync<double>(Pan, i % 4 < 2 ? new[] { 350, 120 } : [-350, -120]));
                marks = Math.Max(marks, int.Parse(await page.Locator("[data-marks]").GetAttributeAsync("data-marks") ?? "0", CultureInfo.InvariantCulture));
            }

            Tell($"pan at zoom {zoom}, at most {marks} marks", times, 300);
            await page.CloseAsync(new() { RunBeforeUnload = true });
        }
    }

    private static void Tell(string name, List<double> times, double limit)
    {
        times.Sort();
        var p95 = times[Math.Min(times.Count - 1, (int)(times.Count * 0.95))];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {name,-44} p50 {times[times.Count / 2],6:0} ms  p95 {p95,6:0} ms {Goal.Under(p95, limit)}"));
    }
}
