using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace IspPortal.Benchmarks.Monitoring;

/// <summary>Debian's VictoriaMetrics as a process of this run's own, for what the same values take there.</summary>
internal sealed class VictoriaMetrics : IAsyncDisposable
{
    private const string Program = "/usr/bin/victoria-metrics";

    private readonly Process _process;
    private readonly string _directory;
    private readonly HttpClient _client;

    private VictoriaMetrics(Process process, string directory, HttpClient client) => (_process, _directory, _client) = (process, directory, client);

    /// <summary>Null where it is not installed.</summary>
    public static async Task<VictoriaMetrics?> StartAsync()
    {
        if (!File.Exists(Program))
        {
            return null;
        }

        var directory = Directory.CreateTempSubdirectory("bench-vm-").FullName;
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        var port = ((IPEndPoint)probe.LocalEndpoint).Port;
        probe.Stop();
        var process = Process.Start(new ProcessStartInfo(
            Program, [$"-storageDataPath={directory}", $"-httpListenAddr=127.0.0.1:{port}", "-retentionPeriod=100y", "-loggerLevel=ERROR", "-search.latencyOffset=0s"]) { UseShellExecute = false })!;
        var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}"), Timeout = TimeSpan.FromMinutes(5) };
        for (var i = 0; i < 100; i++)
        {
            try
            {
                (await client.GetAsync(new Uri("/health", UriKind.Relative))).EnsureSuccessStatusCode();
                break;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(100);
            }
        }

        return new VictoriaMetrics(process, directory, client);
    }

    /// <summary>Writes whole series, a line each.</summary>
    public async Task ImportAsync(IEnumerable<(string Name, string Line, long[] Values, long[] AtMs)> series)
    {
        foreach (var batch in series.Chunk(500))
        {
            var body = new StringBuilder();
            foreach (var (name, line, values, atMs) in batch)
            {
                body.Append(CultureInfo.InvariantCulture, $$"""{"metric":{"__name__":"{{name}}","line":"{{line}}"},"values":[""").AppendJoin(',', values).Append("],\"timestamps\":[").AppendJoin(',', atMs).Append("]}\n");
            }

            using var content = new StringContent(body.ToString());
            (await _client.PostAsync(new Uri("/api/v1/import", UriKind.Relative), content)).EnsureSuccessStatusCode();
        }
    }

    /// <summary>What the values take after everything is merged, and what its index takes besides.</summary>
    public async Task<(long DataBytes, long IndexBytes)> MeasureAsync()
    {
        await _client.GetAsync(new Uri("/internal/force_flush", UriKind.Relative));
        await _client.GetAsync(new Uri("/internal/force_merge", UriKind.Relative));

        // A merge goes on after its request is answered: it is over when nothing changes any more.
        var (before, same) = (-1L, 0);
        while (same < 5)
        {
            await Task.Delay(1_000);
            var now = SizeOf("data");
            (before, same) = (now, now == before ? same + 1 : 0);
        }

        return (SizeOf("data"), SizeOf("indexdb"));
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_directory, recursive: true);
    }

    private long SizeOf(string part) => Directory.Exists(Path.Combine(_directory, part))
        ? new DirectoryInfo(Path.Combine(_directory, part)).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Exists ? file.Length : 0)
        : 0;
}
