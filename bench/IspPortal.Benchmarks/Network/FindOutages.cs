using System.Diagnostics;
using System.Globalization;
using IspPortal.Core.Mapping.Causes;
using IspPortal.Core.Mapping.Outages;

namespace IspPortal.Benchmarks.Network;

/// <summary>One look for outages over a large plant: on a quiet day, when customers are lost here and there, and when fibres are cut besides. Beside it, what asking the whole plant for each lost line takes.</summary>
internal static class FindOutages
{
    private const int Rounds = 21;
    private const int LinesOfAnOdp = 10;
    private const int OdpsOfASplitter = 8;
    private const int SplittersOfAPort = 2;
    private const int PortsOfAnOlt = 8;

    private static readonly DateTime Now = new(2026, 11, 26, 9, 0, 0, DateTimeKind.Utc);

    public static Task RunAsync(string[] args)
    {
        var options = args.Select(arg => arg.Split('=', 2)).ToDictionary(arg => arg[0], arg => arg.ElementAtOrDefault(1) ?? "", StringComparer.Ordinal);
        var (lines, scattered) = (Number("--lines", 50_000), Number("--lost", 300));
        var rule = new OutageRule();
        Tell("nobody was lost", Plant(lines, 0, 0), rule);
        Tell($"{scattered} lost here and there in 15 minutes", Plant(lines, scattered, 0), rule);
        Tell($"{scattered} lost here and there, 5 ODPs cut", Plant(lines, scattered, 5), rule);

        var everything = Plant(lines, scattered, 0);
        var watch = Stopwatch.StartNew();
        SharedCauses.Find([.. everything.Select(l => new PlantLeaf(l.AccessId, l.Path, l.Condition == LineCondition.Online ? false : null))], rule.LeastLines, rule.LeastShare);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  asking the whole plant once: {watch.Elapsed.TotalMilliseconds:0} ms; for each lost line it would be {watch.Elapsed.TotalSeconds * scattered:0} s"));
        return Task.CompletedTask;

        int Number(string name, int otherwise) => options.TryGetValue(name, out var text) ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
    }

    private static void Tell(string name, List<WatchedLine> lines, OutageRule rule)
    {
        var (times, found) = (new List<double>(), 0);
        for (var i = -2; i < Rounds; i++)
        {
            var watch = Stopwatch.StartNew();
            found = OutageDetector.Find(lines, rule, Now).Count;
            if (i >= 0)
            {
                times.Add(watch.Elapsed.TotalMilliseconds);
            }
        }

        times.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {lines.Count:#,0} lines, {name,-42} p50 {times[Rounds / 2],7:0.0} ms  worst {times[^1],7:0.0} ms {Goal.Under(times[Rounds / 2], 500)}  {found} outages"));
    }

    private static List<WatchedLine> Plant(int count, int scattered, int cut)
    {
        var random = new Random(3);
        var lost = Enumerable.Range(0, scattered).Select(_ => random.Next(count)).ToHashSet();
        return [.. Enumerable.Range(0, count).Select(n =>
        {
            var odp = n / LinesOfAnOdp;
            return odp % 100 == 7 && odp / 100 < cut ? new WatchedLine(Id(1, n), PathOf(odp), LineCondition.Lost, Now.AddSeconds(-200 + (n % 20)))
                : lost.Contains(n) ? new WatchedLine(Id(1, n), PathOf(odp), LineCondition.Lost, Now.AddSeconds(-random.Next(900)))
                : new WatchedLine(Id(1, n), PathOf(odp), LineCondition.Online);
        })];
    }

    private static List<PlantElement> PathOf(int odp)
    {
        var splitter = odp / OdpsOfASplitter;
        var port = splitter / SplittersOfAPort;
        var olt = port / PortsOfAnOlt;
        return
        [
            new(PlantElementKind.Router, Id(2, olt / 2)), new(PlantElementKind.Olt, Id(3, olt)), new(PlantElementKind.Cable, Id(4, port)), new(PlantElementKind.Closure, Id(5, port)),
            new(PlantElementKind.Odc, Id(6, port)), new(PlantElementKind.PonPort, Id(3, olt), (port % PortsOfAnOlt) + 1), new(PlantElementKind.Core, Id(4, port), 1), new(PlantElementKind.Join, Id(7, port)),
            new(PlantElementKind.Splitter, Id(8, splitter)), new(PlantElementKind.Cable, Id(9, odp)), new(PlantElementKind.Core, Id(9, odp), 1), new(PlantElementKind.Join, Id(10, odp)), new(PlantElementKind.Odp, Id(11, odp)),
        ];
    }

    private static Guid Id(int kind, int number) => new(number, (short)kind, 0, 0, 0, 0, 0, 0, 0, 0, 1);
}
