using System.Diagnostics;
using IspPortal.Tests.Support;

namespace IspPortal.Tests.Lab;

/// <summary>Clients that we did not write talk to the emulator: each to the versions it can speak.</summary>
public sealed class OutsideClientTests(OutsideClientTests.Rig rig) : IClassFixture<OutsideClientTests.Rig>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static string Folder { get; } = Path.Combine(SourceFolder(), "OutsideClients");

    [Theory]
    [InlineData("6.42", "token", false)]
    [InlineData("6.43", "token", false)]
    [InlineData("6.43", "plain", false)]
    [InlineData("6.49", "plain", false)]
    [InlineData("7.12", "plain", false)]
    [InlineData("7.18", "plain", false)]
    [InlineData("7.24", "plain", false)]
    [InlineData("7.24", "plain", true)]
    public async Task Librouteros_is_served(string version, string login, bool tls)
    {
        Assert.SkipUnless(await RunAsync("/usr/bin/python3", "-c", "import librouteros") is { ExitCode: 0 }, "needs the Debian package python3-librouteros");
        var router = rig.Of(version);

        var run = await RunAsync(
            "/usr/bin/python3", Path.Combine(Folder, "librouteros_check.py"), "127.0.0.1", $"{(tls ? router.TlsPort : router.Port)}", LabRouters.Password, login, tls ? "tls" : "");

        Assert.True(run?.ExitCode == 0, run?.Output);
    }

    [Theory]
    [InlineData("node-routeros", "6.42", false)]
    [InlineData("node-routeros", "6.49", false)]
    [InlineData("node-routeros", "7.12", false)]
    [InlineData("node-routeros", "7.12", true)]
    [InlineData("routeros-client", "6.49", false)]
    [InlineData("routeros-client", "7.12", false)]
    [InlineData("routeros-api", "6.49", false)]
    [InlineData("routeros-api", "7.12", false)]
    [InlineData("routeros-api", "7.18", false)]
    [InlineData("routeros-api", "7.24", false)]
    [InlineData("mikro-routeros", "6.43", false)]
    [InlineData("mikro-routeros", "7.18", false)]
    [InlineData("mikro-routeros", "7.24", false)]
    [InlineData("mikronode", "6.42", false)]
    [InlineData("mikronode", "6.43", false)]
    public async Task Npm_clients_are_served(string client, string version, bool tls)
    {
        Assert.SkipUnless(Directory.Exists(Path.Combine(Folder, "node_modules", client)), "needs `npm ci` in IspPortal.Tests/Lab/OutsideClients (test.sh does it)");
        var router = rig.Of(version);

        var run = await RunAsync("node", Path.Combine(Folder, "check.js"), client, "127.0.0.1", $"{(tls ? router.TlsPort : router.Port)}", LabRouters.Password, tls ? "tls" : "");
        Assert.SkipWhen(run is null, "needs Node.js");

        Assert.True(run!.ExitCode == 0, run.Output);
    }

    private static string SourceFolder([System.Runtime.CompilerServices.CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;

    private static async Task<Outcome?> RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments.Where(a => a.Length > 0))
        {
            start.ArgumentList.Add(argument);
        }

        try
        {
            using var process = Process.Start(start)!;
            using var deadline = new CancellationTokenSource(Patience);
            try
            {
                var output = process.StandardOutput.ReadToEndAsync(deadline.Token);
                var errors = process.StandardError.ReadToEndAsync(deadline.Token);
                await process.WaitForExitAsync(deadline.Token);
                return new(process.ExitCode, await output + await errors);
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
                return new(-1, $"{program} {string.Join(' ', arguments)} did not end within {Patience.TotalSeconds} s");
            }
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    private sealed record Outcome(int ExitCode, string Output);

    /// <summary>One router per client run, so that runs do not meet.</summary>
    public sealed class Rig : IAsyncLifetime
    {
        private readonly List<LabRouters> _labs = [];

        public ValueTask InitializeAsync() => ValueTask.CompletedTask;

        internal Infrastructure.Lab.Routers.EmulatedRouter Of(string version)
        {
            var lab = LabRouters.Start(version, sessions: 40);
            _labs.Add(lab);
            return lab.Router;
        }

        public async ValueTask DisposeAsync()
        {
            foreach (var lab in _labs)
            {
                await lab.DisposeAsync();
            }
        }
    }
}
