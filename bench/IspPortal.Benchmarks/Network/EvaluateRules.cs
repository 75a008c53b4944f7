using System.Diagnostics;
using System.Globalization;
using IspPortal.Core.Alerts.Evaluation;
using IspPortal.Core.Alerts.Rules;
using IspPortal.Core.Monitoring.Series;

namespace IspPortal.Benchmarks.Network;

/// <summary>What the rules cost a poll: 200 of them, 20 over each of 10,000 subscribers, on a quiet day and when one subscriber in a hundred turns with every cycle.</summary>
internal static class EvaluateRules
{
    private const int Rounds = 41;
    private const int OverLines = 20;
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);
    private static readonly DateTime Start = new(2026, 11, 26, 9, 0, 0, DateTimeKind.Utc);

    public static Task RunAsync(string[] args)
    {
        var options = args.Select(arg => arg.Split('=', 2)).ToDictionary(arg => arg[0], arg => arg.ElementAtOrDefault(1) ?? "", StringComparer.Ordinal);
        var (lines, rules) = (Number("--lines", 10_000), Number("--rules", 200));
        Tell("nothing turns", lines, Rules(rules, fallsAmong: false), turning: 0);
        Tell("one line in a hundred turns", lines, Rules(rules, fallsAmong: false), turning: lines / 100);
        Tell("half of them falls within a window", lines, Rules(rules, fallsAmong: true), turning: 0);
        return Task.CompletedTask;

        int Number(string name, int otherwise) => options.TryGetValue(name, out var text) ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
    }

    private static void Tell(string name, int lines, List<RuleTerms> rules, int turning)
    {
        var router = Id(9, 0);
        var evaluator = new RuleEvaluator(router);
        evaluator.Use(new RuleSet(rules, RuleSurroundings.None));
        SeriesSubject[] subjects = [.. Enumerable.Range(0, lines).Select(n => SeriesSubject.Access(Id(1, n)))];
        SeriesSubject[] ports = [.. Enumerable.Range(0, 48).Select(n => SeriesSubject.Interface(router, $"ether{n}"))];
        Metric[] figures = [Metric.CpuPercent, Metric.MemoryPercent, Metric.Sessions, Metric.TemperatureCelsius, Metric.VoltageVolts, Metric.PoolUsedPercent, Metric.LicenceUsedPercent];
        var (times, turned, looks) = (new List<double>(), 0, 0L);
        var random = new Random(5);
        for (var round = -5; round < Rounds; round++)
        {
            double[] rates = [.. subjects.Select((_, n) => n < turning && round % 2 == 0 ? 1e9 : random.Next(1_000_000, 2_000_000))];
            var watch = Stopwatch.StartNew();
            evaluator.Begin(Start + ((round + 5) * Interval));
            for (var n = 0; n < subjects.Length; n++)
            {
                evaluator.Take(subjects[n], Metric.DownBytes, rates[n], Interval);
                evaluator.Take(subjects[n], Metric.UpBytes, rates[n] / 10, Interval);
            }

            foreach (var port in ports)
            {
                evaluator.Take(port, Metric.RxBytes, 1e6, Interval);
                evaluator.Take(port, Metric.TxBytes, 1e6, Interval);
            }

            foreach (var figure in figures)
            {
                evaluator.Take(SeriesSubject.Router(router), figure, 50, Interval);
            }

            turned = evaluator.End().Count;
            if (round >= 0)
            {
                times.Add(watch.Elapsed.TotalMilliseconds);
            }
        }

        looks = rules.Sum(r => r.Kind switch { SeriesSubjectKind.Access => lines, SeriesSubjectKind.Interface => ports.Length, _ => 1L });
        times.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {rules.Count} rules, {lines:#,0} subscribers, {looks:#,0} looks a cycle, {name,-36} p50 {times[Rounds / 2],6:0.0} ms  worst {times[^1],6:0.0} ms {Goal.Under(times[^1], 100)}  {turned} turned"));
    }

    private static List<RuleTerms> Rules(int count, bool fallsAmong) =>
    [
        .. Enumerable.Range(0, count).Select(n => n < OverLines
            ? Rule(n, n % 2 == 0 ? Metric.DownBytes : Metric.UpBytes, SeriesSubjectKind.Access, fallsAmong && n % 4 < 2)
            : n % 3 == 0 ? Rule(n, n % 2 == 0 ? Metric.RxBytes : Metric.TxBytes, SeriesSubjectKind.Interface, false)
            : Rule(n, n % 2 == 0 ? Metric.CpuPercent : Metric.Sessions, SeriesSubjectKind.Router, false)),
    ];

    private static RuleTerms Rule(int number, Metric metric, SeriesSubjectKind kind, bool falls) => new()
    {
        Id = Id(2, number), Version = 1, Metric = metric, Kind = kind, Operator = falls ? AlertOperator.FellByPercent : AlertOperator.Above, Value = falls ? 90 : 60e6 + number,
        Clear = falls ? 50 : 50e6, Window = TimeSpan.FromMinutes(2),
    };

    private static Guid Id(int kind, int number) => new(number, (short)kind, 0, 0, 0, 0, 0, 0, 0, 0, 1);
}
