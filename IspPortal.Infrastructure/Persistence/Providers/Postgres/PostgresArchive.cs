using System.Diagnostics;
using System.Globalization;
using IspPortal.Infrastructure.Persistence.Backup;
using Npgsql;

namespace IspPortal.Infrastructure.Persistence.Providers.Postgres;

/// <summary>pg_dump and pg_restore, from the path or from where Debian puts them.</summary>
internal sealed class PostgresArchive(string connectionString) : IDatabaseArchive
{
    private const string Name = "portal.dump";

    public Task SaveAsync(string directory, CancellationToken cancellationToken) =>
        RunAsync("pg_dump", ["--format=custom", "--no-owner", "--no-privileges", "--file", Path.Combine(directory, Name)], cancellationToken);

    public async Task<bool> HasContentAsync(CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand("SELECT EXISTS (SELECT 1 FROM information_schema.tables WHERE table_schema = 'public')", connection);
        return await command.ExecuteScalarAsync(cancellationToken) is true;
    }

    public Task RestoreAsync(string directory, CancellationToken cancellationToken) =>
        RunAsync("pg_restore", ["--clean", "--if-exists", "--no-owner", "--no-privileges", "--exit-on-error", "--single-transaction",
            "--dbname", new NpgsqlConnectionStringBuilder(connectionString).Database!, Path.Combine(directory, Name)], cancellationToken);

    private async Task RunAsync(string tool, string[] arguments, CancellationToken cancellationToken)
    {
        var connection = new NpgsqlConnectionStringBuilder(connectionString);
        var start = new ProcessStartInfo(Find(tool), arguments) { RedirectStandardError = true, UseShellExecute = false };
        // Not on the command line, where every user of the machine could read the password.
        start.Environment["PGHOST"] = connection.Host;
        start.Environment["PGPORT"] = connection.Port.ToString(CultureInfo.InvariantCulture);
        start.Environment["PGUSER"] = connection.Username ?? "";
        start.Environment["PGPASSWORD"] = connection.Password ?? "";
        start.Environment["PGDATABASE"] = connection.Database ?? "";
        start.Environment["PGSSLMODE"] = connection.SslMode switch
        {
            SslMode.VerifyCA => "verify-ca",
            SslMode.VerifyFull => "verify-full",
            var mode => mode.ToString().ToLowerInvariant(),
        };
        using var process = Process.Start(start) ?? throw new StartupException($"{tool} did not start.");
        var error = await process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        if (process.ExitCode != 0)
        {
            throw new StartupException($"{tool} failed: {error.Trim()}");
        }
    }

    private static string Find(string tool)
    {
        var inPath = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Where(directory => directory.Length > 0).Select(directory => Path.Combine(directory, tool));
        var debian = Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").OrderDescending(StringComparer.Ordinal).Select(version => Path.Combine(version, "bin", tool))
            : [];
        return debian.Concat(inPath).FirstOrDefault(File.Exists)
            ?? throw new StartupException($"{tool} was not found; install PostgreSQL's client tools (Debian: postgresql-client).");
    }
}
