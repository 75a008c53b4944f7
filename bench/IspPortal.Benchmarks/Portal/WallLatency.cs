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
/// <c>--minutes=3</c> each, <c>--pages=4</c> walls; <c>--port</c> and <c>--lab-port</c> where the portal and the routers listen.
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

    public static async Task RunAsync(string[] args)
    {
        var options = new ConfigurationBuilder().AddCommandLine(args).Build();
        var span = TimeSpan.FromMinutes(options.GetValue("minutes", 3.0));
        await using var demo = await DemoLab.StartAsync(options, 5_982);
        await using var browser = await BenchBrowser.SignInAsync(options, demo.Portal.Address);

        // A page renders on its own clock of a second, a whole number of which passes between two polls: one page would give one figure over and over.
        var walls = new List<IPage>();
        for (var i = 0; i < options.GetValue("pages", 4); i++)
        {
            walls.Add(await browser.OpenAsync("/"));
        }

        await Task.Delay(TimeSpan.FromSeconds(5));
        foreach (var page in walls)
        {
            await page.EvaluateAsync(Watch);
        }

        var began = TimeProvider.System.GetUtcNow();
        await Task.Delay(span);
        var found = new List<double>();
        foreach (var page in walls)
        {
            found.AddRange(Last(demo.Taps, await ChangesAsync(page), began));
            await page.CloseAsync(new() { RunBeforeUnload = true });
        }

        Print($"wall, all four routers' counters, {walls.Count} pages", 1_300, found);

        var watched = await browser.OpenAsync($"/subscribers/{LabLines.AccessId(Watched(demo.Services))}");
        await Task.Delay(TimeSpan.FromSeconds(5));
        await watched.EvaluateAsync(Watch);
        await Task.Delay(span);
        Print("watched subscriber, monitor-traffic", 400, Each([.. demo.Taps.SelectMany(tap => tap.Streamed).Order()], await ChangesAsync(watched)));
        Console.WriteLine($"load of the machine {Machine.Load()}");
    }

    private static async Task<DateTimeOffset[]> ChangesAsync(IPage page) =>
        [.. (await page.EvaluateAsync<double[]>("() => window.changes")).Select(ms => DateTimeOffset.FromUnixTimeMilliseconds((long)ms))];

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

    /// <summary>The routers answer together and are then silent for seconds: from the last piece of such a burst to the last change before the next one.</summary>
    private static List<double> Last(AnswerTap[] taps, DateTimeOffset[] changes, DateTimeOffset since)
    {
        DateTimeOffset[] pieces = [.. taps.SelectMany(tap => tap.Counters).Where(at => at > since).Order()];
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

    private static void Print(string what, double goal, List<double> milliseconds)
    {
        if (milliseconds.Count == 0)
        {
            Console.WriteLine($"{what}: no change was seen (goal: p95 under {goal}: MISSED)");
            return;
        }

        milliseconds.Sort();
        var p95 = milliseconds[milliseconds.Count * 95 / 100];
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{what}: p50 {milliseconds[milliseconds.Count / 2]:0} ms, p95 {p95:0} ms of {milliseconds.Count} changes {Goal.Under(p95, goal, "p95 ")}"));
    }
}
