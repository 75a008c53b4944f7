using System.Diagnostics;
using Npgsql;

namespace IspPortal.Benchmarks.Customers;

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

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_directory, true);
    }
}
