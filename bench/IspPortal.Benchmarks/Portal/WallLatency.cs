using System.Globalization;
using IspPortal.Infrastructure.Lab;
using IspPortal.Infrastructure.Lab.Sample;
using IspPortal.Infrastructure.Lab.Seeding;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace IspPortal.Benchmarks.Portal;

/// <summary>
/// From the moment a router's answer leaves it to the frame in which Chromium shows another figure: on the wall, and for a subscriber who is watched.
/// <c>--minutes=3</c> each; <c>--port</c> and <c>--lab-port</c> where the portal and the routers listen.
/// </summary>
internal static class WallLatency
{
    private const string Watch = """
        () => {
            window.changes = [];
            const figure = document.querySelector('[data-figure=down]');
            let before = figure.innerText;
            new MutationObserver(() => {
                if (figure.innerText !== before) {
                    before = figure.innerText;
                    requestAnimationFrame(() => window.changes.push(Date.now()));
                }
            }).observe(figure, { subtree: true, childList: true, characterData: true });
        }
        """;

    private static readonly string[] Browsers = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    public static async Task RunAsync(string[] args)
    {
        var options = new ConfigurationBuilder().AddCommandLine(args).Build();
        var span = TimeSpan.FromMinutes(options.GetValue("minutes", 3.0));
        var labPort = options.GetValue("lab-port", 33_000);
        var tapPort = labPort + 500;
        var directory = Directory.CreateTempSubdirectory("ispportal-lab-");
        try
        {
            using var lab = await BenchLab.StartAsync("demo", labPort, directory);
            var routers = lab.Services.GetRequiredService<SampleIsp>().Routers;
            var taps = routers.Select((_, i) => new AnswerTap(tapPort + i, labPort + i)).ToArray();
            await using var portal = new PortalProcess(
                options.GetValue("port", 5_982), "--Lab:Profile=demo", "--Lab:External=true", $"--Lab:BasePort={tapPort}", $"--Lab:BaseTlsPort={tapPort + 1_000}");
            await portal.WaitAsync(figures => figures.Of("ispportal_routers{state=\"online\"}") >= routers.Count, TimeSpan.FromMinutes(2), "all routers were read");
            await portal.WaitAsync(_ => portal.Said("Wrote the past month").Count > 0, TimeSpan.FromMinutes(5), "the past is written");

            using var playwright = await Playwright.CreateAsync();
            await using var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
            {
                ExecutablePath = options["chromium"] ?? Array.Find(Browsers, File.Exists),
                Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"],
            });
            var page = await SignInAsync(browser, portal.Address);

            Print("wall, all four routers' counters", "1,300", Last(taps, await ChangesAsync(page, new Uri(portal.Address, "/"), span)));
            var watched = Watched(lab.Services);
            var changes = await ChangesAsync(page, new Uri(portal.Address, $"/subscribers/{LabLines.AccessId(watched)}"), span);
            Print("watched subscriber, monitor-traffic", "400", Each([.. taps.SelectMany(tap => tap.Streamed).Order()], changes));
            Console.WriteLine($"load of the machine {Machine.Load()}");
            foreach (var tap in taps)
            {
                tap.Dispose();
            }
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    private static async Task<IPage> SignInAsync(IBrowser browser, Uri portal)
    {
        var page = await browser.NewPageAsync();
        await page.GotoAsync(new Uri(portal, "/account/sign-in").ToString());
        await page.FillAsync("[name='Form.Email']", "admin@lab.test");
        await page.FillAsync("[name='Form.Password']", new LabOptions().Password);
        await page.ClickAsync("form button[type=submit]");
        await page.WaitForSelectorAsync("[data-figure=down]");
        return page;
    }

    // The busiest of the first router's sessions: one whose figure changes with every answer.
    private static int Watched(IServiceProvider lab)
    {
        var sample = lab.GetRequiredService<SampleIsp>();
        var control = lab.GetRequiredService<LabControl>();
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        return sample.SubscribersOf(0)
            .Select(line => (line.Index, Rate: control.TrueRate(sample.Routers[0].Name, line.Username, now)))
            .Where(line => line.Rate.Succeeded)
            .MaxBy(line => line.Rate.Value.DownloadBitsPerSecond).Index;
    }

    private static async Task<DateTimeOffset[]> ChangesAsync(IPage page, Uri address, TimeSpan span)
    {
        await page.GotoAsync(address.ToString());
        await page.WaitForFunctionAsync("() => /[0-9]/.test(document.querySelector('[data-figure=down]')?.innerText ?? '')");
        await Task.Delay(TimeSpan.FromSeconds(5));
        await page.EvaluateAsync(Watch);
        await Task.Delay(span);
        return [.. (await page.EvaluateAsync<double[]>("() => window.changes")).Select(ms => DateTimeOffset.FromUnixTimeMilliseconds((long)ms))];
    }

    /// <summary>The routers answer together and are then silent for seconds: from the last piece of such a burst to the last change before the next one.</summary>
    private static List<double> Last(AnswerTap[] taps, DateTimeOffset[] changes)
    {
        DateTimeOffset[] pieces = [.. taps.SelectMany(tap => tap.Counters).Order()];
        var ends = Enumerable.Range(0, pieces.Length - 1).Where(i => pieces[i + 1] - pieces[i] > TimeSpan.FromSeconds(4)).Select(i => (At: pieces[i], Next: pieces[i + 1])).ToArray();
        return
        [
            .. ends.Select(end => (end.At, Change: changes.LastOrDefault(change => change > end.At && change < end.Next)))
                .Where(pair => pair.Change != default).Select(pair => (pair.Change - pair.At).TotalMilliseconds),
        ];
    }

    /// <summary>From each answer to the next change, where there was one before the next answer.</summary>
    private static List<double> Each(DateTimeOffset[] answers, DateTimeOffset[] changes)
    {
        var found = new List<double>();
        for (var i = 0; i < answers.Length - 1; i++)
        {
            var change = Array.Find(changes, change => change > answers[i] && change < answers[i + 1]);
            if (change != default)
            {
                found.Add((change - answers[i]).TotalMilliseconds);
            }
        }

        return found;
    }

    private static void Print(string what, string goal, List<double> milliseconds)
    {
        if (milliseconds.Count == 0)
        {
            Console.WriteLine($"{what}: no change was seen");
            return;
        }

        milliseconds.Sort();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{what}: p50 {milliseconds[milliseconds.Count / 2]:0} ms, p95 {milliseconds[milliseconds.Count * 95 / 100]:0} ms of {milliseconds.Count} changes (goal: p95 under {goal})"));
    }
}
