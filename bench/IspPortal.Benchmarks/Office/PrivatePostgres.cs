using System.Diagnostics;
using Npgsql;

namespace IspPortal.Benchmarks.Office;

/// <summary>A PostgreSQL of this run's own, with its default settings, on a socket in a temporary directory.</summary>
internal sealed class PrivatePostgres : IAsyncDisposable
{
    private readonly Process _process;
    private readonly string _directory;

    private PrivatePostgres(Process process, string directory) => (_process, _directory) = (process, directory);

    public string ConnectionString => new NpgsqlConnectionStringBuilder { Host = _directory, Username = "postgres", Database = "postgres" }.ToString();

    /// <summary>The server once it answers, or null where PostgreSQL is not installed.</summary>
    public static async Task<PrivatePostgres?> StartAsync()
    {
        var binaries = Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").Select(version => Path.Combine(version, "bin")).Where(bin => File.Exists(Path.Combine(bin, "initdb"))).Max()
            : null;
        if (binaries is null)
        {
            return null;
        }

        // A socket path may have 107 bytes: keep the directory short.
        var directory = Directory.CreateTempSubdirectory("bpg-").FullName;
        var asPostgres = Environment.UserName == "root" ? "runuser -u postgres --" : "";
        var script = $$"""
            set -e
            cd '{{directory}}'
            [ -z '{{asPostgres}}' ] || chown postgres '{{directory}}'
            {{asPostgres}} '{{binaries}}/initdb' -D '{{directory}}/db' -U postgres -A trust -E UTF8 --no-locale --no-sync > init.log
            {{asPostgres}} '{{binaries}}/postgres' -D '{{directory}}/db' -k '{{directory}}' -c listen_addresses= > server.log 2>&1 &
            cat > /dev/null
            kill -INT "$(head -1 '{{directory}}/db/postmaster.pid')"
            wait || true
            """;
        var process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", script]) { RedirectStandardInput = true, UseShellExecute = false })!;
        var server = new PrivatePostgres(process, directory);
        var waited = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                await using var connection = new NpgsqlConnection(server.ConnectionString);
                await connection.OpenAsync();
                return server;
            }
            catch (NpgsqlException) when (waited.Elapsed < TimeSpan.FromSeconds(60))
            {
                await Task.Delay(100);
            }
        }
    }

    /// <summary>What its processes took of a processor until now; Linux only.</summary>
    public TimeSpan Processor()
    {
        var main = File.ReadLines(Path.Combine(_directory, "db", "postmaster.pid")).First();
        var ticks = Directory.EnumerateDirectories("/proc", "*").Select(process => Path.Combine(process, "stat")).Where(File.Exists).Select(TicksOf).Sum();
        return TimeSpan.FromMilliseconds(ticks * 10);

        long TicksOf(string stat)
        {
            try
            {
                // Behind the name in brackets: state, parent, …, and as 12th and 13th the time in user and system mode, in hundredths of a second.
                var fields = File.ReadAllText(stat).Split(") ")[^1].Split(' ');
                return fields[1] == main ? long.Parse(fields[11], System.Globalization.CultureInfo.InvariantCulture) + long.Parse(fields[12], System.Globalization.CultureInfo.InvariantCulture) : 0;
            }
            catch (IOException)
            {
                return 0;
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_directory, true);
    }
}
