using System.Diagnostics;
using System.Globalization;

namespace IspPortal.Benchmarks.Portal;

/// <summary>The built portal as a process of its own, with a data directory that goes away with it.</summary>
internal sealed class PortalProcess : IAsyncDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("ispportal-bench-");
    private readonly HttpClient _http;
    private readonly List<string> _lines = [];
    private readonly IReadOnlyList<string> _settings;
    private Process _process;

    public PortalProcess(int port, params IReadOnlyList<string> settings)
    {
        Address = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"));
        _http = new HttpClient { BaseAddress = Address, Timeout = TimeSpan.FromSeconds(10) };
        _settings = settings;
        _process = Start();
        AppDomain.CurrentDomain.ProcessExit += EndWithUs;
    }

    public Uri Address { get; }

    public int Id => _process.Id;

    /// <summary>Processor time used so far.</summary>
    public TimeSpan ProcessorTime => Fresh().TotalProcessorTime;

    /// <summary>Resident memory now.</summary>
    public double ResidentMegabytes => Fresh().WorkingSet64 / 1e6;

    /// <summary>The most resident memory since the start.</summary>
    public double PeakMegabytes => Fresh().PeakWorkingSet64 / 1e6;

    public async Task<Figures> ReadAsync() => new(await _http.GetStringAsync(new Uri("metrics", UriKind.Relative)));

    /// <summary>Reads figures until the condition holds; throws with the portal's last words when it does not in time.</summary>
    public async Task<Figures> WaitAsync(Func<Figures, bool> condition, TimeSpan within, string what)
    {
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < within && !_process.HasExited)
        {
            try
            {
                var figures = await ReadAsync();
                if (condition(figures))
                {
                    return figures;
                }
            }
            catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
            {
                // It does not listen yet, or is too busy to answer in time.
            }

            await Task.Delay(250);
        }

        throw new InvalidOperationException($"Not within {within}: {what}. {string.Join('\n', Said("").TakeLast(20))}");
    }

    /// <summary>The lines of its log that contain the text.</summary>
    public IReadOnlyList<string> Said(string text)
    {
        lock (_lines)
        {
            return [.. _lines.Where(line => line.Contains(text, StringComparison.Ordinal))];
        }
    }

    /// <summary>Ends it as a service manager would and starts it on the same data.</summary>
    public async Task RestartAsync()
    {
        using (var end = Process.Start("kill", ["-TERM", Id.ToString(CultureInfo.InvariantCulture)]))
        {
            await end.WaitForExitAsync();
        }

        using (var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1)))
        {
            await _process.WaitForExitAsync(patience.Token);
        }

        _process.Dispose();
        _process = Start();
    }

    public async ValueTask DisposeAsync()
    {
        AppDomain.CurrentDomain.ProcessExit -= EndWithUs;
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
        _http.Dispose();
        _directory.Delete(recursive: true);
    }

    // Built beside this program, in the same configuration.
    private static string PathOfPortal()
    {
        var here = new DirectoryInfo(AppContext.BaseDirectory);
        var root = here;
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "IspPortal.sln")))
        {
            root = root.Parent;
        }

        var path = Path.Combine(root?.FullName ?? "", "IspPortal.Web", "bin", here.Parent!.Name, here.Name, "IspPortal.Web.dll");
        return File.Exists(path) ? path : throw new InvalidOperationException($"There is no {path}; build IspPortal.Web in the same configuration.");
    }

    private Process Start()
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = _directory.FullName };
        string[] own = [PathOfPortal(), "--urls", Address.ToString().TrimEnd('/'), "--Lab:Enabled=true", "--Storage:MigrateAtStart=true", $"--Storage:DataDirectory={_directory.FullName}"];
        foreach (var argument in own.Concat(_settings))
        {
            start.ArgumentList.Add(argument);
        }

        var process = new Process { StartInfo = start };
        process.OutputDataReceived += Keep;
        process.ErrorDataReceived += Keep;
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private Process Fresh()
    {
        _process.Refresh();
        return _process;
    }

    private void Keep(object sender, DataReceivedEventArgs line)
    {
        if (line.Data is { Length: > 0 } data)
        {
            lock (_lines)
            {
                _lines.Add(data);
            }
        }
    }

    private void EndWithUs(object? sender, EventArgs e) => _process.Kill(entireProcessTree: true);
}
