using System.Diagnostics;
using System.Globalization;
using IspPortal.Infrastructure.RouterOs;
using IspPortal.Infrastructure.RouterOs.Tables;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace IspPortal.Benchmarks.RouterOs;

/// <summary>Reads 5,000 sessions and 5,000 interfaces over loopback, with our client and with a plain reader; then times small commands.</summary>
internal static class RouterRead
{
    private const int Rows = 5_000;
    private const int WarmUpRounds = 40;
    private const int Rounds = 41;
    private const int PlainRounds = 3;
    private const int SmallCommands = 3_000;

    public static async Task RunAsync(string[] args)
    {
        using var router = new CannedRouter(Rows);
        await using var pool = new RouterOsPool(Options.Create(new RouterOsOptions()), TimeProvider.System, NullLogger<RouterOsPool>.Instance);
        var client = pool.Get(new RouterEndpoint(Guid.CreateVersion7(), "127.0.0.1", router.Port, false, "portal", "secret", null));

        // A portal runs for months: the just-in-time compiler is given its time first.
        for (var i = 0; i < WarmUpRounds; i++)
        {
            await ReadBothAsync(client);
            await Task.Delay(20);
        }

        var ours = new List<(double Milliseconds, double Bytes)>();
        var processor = Environment.CpuUsage.TotalTime;
        for (var i = 0; i < Rounds; i++)
        {
            var allocated = GC.GetTotalAllocatedBytes(precise: true);
            var watch = Stopwatch.StartNew();
            await ReadBothAsync(client);
            ours.Add((watch.Elapsed.TotalMilliseconds, GC.GetTotalAllocatedBytes(precise: true) - allocated));
        }

        processor = (Environment.CpuUsage.TotalTime - processor) / Rounds;
        using var plain = new PlainReader(router.Port);
        var theirs = new List<(double Milliseconds, double Bytes)>();
        for (var i = 0; i < PlainRounds; i++)
        {
            var allocated = GC.GetTotalAllocatedBytes(precise: true);
            var watch = Stopwatch.StartNew();
            var count = plain.Print("/ppp/active/print").Count + plain.Print("/interface/print").Count;
            Check(count);
            theirs.Add((watch.Elapsed.TotalMilliseconds, GC.GetTotalAllocatedBytes(precise: true) - allocated));
        }

        var small = new List<double>();
        var identity = new RouterOsCommand("/system/identity/print");
        for (var i = 0; i < SmallCommands; i++)
        {
            var watch = Stopwatch.StartNew();
            var result = await client.PrintAsync(identity, CancellationToken.None);
            small.Add(watch.Elapsed.TotalMilliseconds);
            if (!result.Succeeded)
            {
                throw new InvalidOperationException(result.Error.ToString());
            }
        }

        Print("IspPortal", ours);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"IspPortal: {processor.TotalMilliseconds:0.0} ms of processor time a round, the answering side included: {2 * Rows / processor.TotalSeconds:N0} rows per second of one core {Goal.AtLeast(2 * Rows / processor.TotalSeconds, 300_000)}"));
        var allocatedPerRow = Median(ours.Select(round => round.Bytes)) / (2 * Rows);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"IspPortal: {allocatedPerRow:0} bytes allocated per row {Goal.Under(allocatedPerRow, 400)}"));
        Print("plain reader", theirs);
        var ratio = Median(theirs.Select(r => r.Milliseconds)) / Median(ours.Select(r => r.Milliseconds));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"faster than the plain reader: {ratio:0.0} x {Goal.AtLeast(ratio, 20)}"));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"small command: median {Median(small):0.000} ms {Goal.Under(Median(small), 0.5)}, p99 {small.Order().ElementAt(SmallCommands * 99 / 100):0.000} ms of {SmallCommands}"));
    }

    private static async Task ReadBothAsync(IRouterOsClient client)
    {
        var sessions = new List<PppActiveRow>();
        var interfaces = new List<InterfaceRow>();
        var first = await client.ReadAsync(PppActiveReader.Command, PppActiveReader.Instance, sessions, CancellationToken.None);
        var second = await client.ReadAsync(InterfaceReader.Command, InterfaceReader.Instance, interfaces, CancellationToken.None);
        Check((first.Succeeded ? first.Value : 0) + (second.Succeeded ? second.Value : 0));
    }

    private static void Check(int rows)
    {
        if (rows != 2 * Rows)
        {
            throw new InvalidOperationException($"{rows} rows instead of {2 * Rows}");
        }
    }

    private static void Print(string who, List<(double Milliseconds, double Bytes)> rounds)
    {
        var milliseconds = Median(rounds.Select(r => r.Milliseconds));
        var rowsPerSecond = 2 * Rows / milliseconds * 1000;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{who}: {Rows} sessions + {Rows} interfaces in {milliseconds:0.0} ms (median of {rounds.Count}, best {rounds.Min(r => r.Milliseconds):0.0}), {rowsPerSecond:N0} rows/s, {Median(rounds.Select(r => r.Bytes)) / (2 * Rows):0} bytes allocated per row"));
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }
}
