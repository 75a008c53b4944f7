using System.Diagnostics;
using Npgsql;
using Xunit;

[assembly: AssemblyFixture(typeof(IspPortal.Tests.Support.PostgresServer))]

namespace IspPortal.Tests.Support;

/// <summary>
/// One private PostgreSQL for the whole run, on a socket in a temporary directory, started when the first test asks. It stops with the run,
/// and also when the run is killed: its shell waits for the end of our pipe.
/// </summary>
public sealed class PostgresServer : IAsyncDisposable
{
    private static readonly Lazy<Task<PostgresServer>> Shared = new(StartAsync);
    private static readonly string? Binaries = Directory.Exists("/usr/lib/postgresql")
        ? Directory.GetDirectories("/usr/lib/postgresql").Select(version => Path.Combine(version, "bin")).Where(bin => File.Exists(Path.Combine(bin, "initdb"))).Max()
        : null;

    private Process? _process;
    private string _directory = "";

    /// <summary>Why there is no server here, or null.</summary>
    public static string? Missing => Binaries is null ? "PostgreSQL is not installed (Debian: postgresql)" : null;

    public static string ToolsDirectory => Binaries ?? throw new InvalidOperationException(Missing);

    public static Task<PostgresServer> GetAsync() => Shared.Value;

    public string ConnectionString(string database) => new NpgsqlConnectionStringBuilder
    {
        Host = _directory,
        Username = "postgres",
        Database = database,
        MaxPoolSize = 20,
        IncludeErrorDetail = true,
    }.ToString();

    public async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString("postgres"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!Shared.IsValueCreated || Missing is not null)
        {
            return;
        }

        var server = await Shared.Value;
        NpgsqlConnection.ClearAllPools();
        if (server._process is { } process)
        {
            process.StandardInput.Close();
            await process.WaitForExitAsync();
            process.Dispose();
            server._process = null;
            Directory.Delete(server._directory, true);
        }
    }

    private static async Task<PostgresServer> StartAsync()
    {
        // A socket path may have 107 bytes: keep the directory short.
        var directory = Directory.CreateTempSubdirectory("isppg-").FullName;
        var asPostgres = Environment.UserName == "root" ? "runuser -u postgres --" : "";
        var script = $$"""
            set -e
            cd '{{directory}}'
            [ -z '{{asPostgres}}' ] || chown postgres '{{directory}}'
            {{asPostgres}} '{{Binaries}}/initdb' -D '{{directory}}/db' -U postgres -A trust -E UTF8 --no-locale --no-sync > init.log
            {{asPostgres}} '{{Binaries}}/postgres' -D '{{directory}}/db' -k '{{directory}}' -c listen_addresses= -c fsync=off -c full_page_writes=off -c max_connections=300 > server.log 2>&1 &
            echo started
            cat > /dev/null
            kill -INT "$(head -1 '{{directory}}/db/postmaster.pid')"
            wait || true
            """;
        var process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", script]) { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false })!;
        var server = new PostgresServer { _process = process, _directory = directory };
        await server.WaitUntilReadyAsync();
        return server;
    }

    private async Task WaitUntilReadyAsync()
    {
        var started = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                await ExecuteAsync("SELECT 1");
                return;
            }
            catch (NpgsqlException) when (started.Elapsed < TimeSpan.FromSeconds(60) && !_process!.HasExited)
            {
                await Task.Delay(50);
            }
        }
    }
}
