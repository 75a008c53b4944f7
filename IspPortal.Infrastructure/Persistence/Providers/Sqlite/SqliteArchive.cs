using IspPortal.Infrastructure.Persistence.Backup;
using Microsoft.Data.Sqlite;

namespace IspPortal.Infrastructure.Persistence.Providers.Sqlite;

/// <summary>Copies through SQLite's online backup: consistent while the portal writes.</summary>
internal sealed class SqliteArchive(string file) : IDatabaseArchive
{
    private const string Name = "portal.db";

    public static async Task CopyAsync(string from, string to, CancellationToken cancellationToken)
    {
        await using var source = await OpenAsync(from, SqliteOpenMode.ReadWrite, cancellationToken);
        await using var target = await OpenAsync(to, SqliteOpenMode.ReadWriteCreate, cancellationToken);
        source.BackupDatabase(target);
    }

    public Task SaveAsync(string directory, CancellationToken cancellationToken) =>
        File.Exists(file) ? CopyAsync(file, Path.Combine(directory, Name), cancellationToken) : throw new StartupException($"There is no database at {file} to back up.");

    public Task<bool> HasContentAsync(CancellationToken cancellationToken) => Task.FromResult(File.Exists(file) && new FileInfo(file).Length > 0);

    public Task RestoreAsync(string directory, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        // A leftover journal would be replayed into the restored file.
        File.Delete(file + "-wal");
        File.Delete(file + "-shm");
        File.Move(Path.Combine(directory, Name), file, true);
        return Task.CompletedTask;
    }

    private static async Task<SqliteConnection> OpenAsync(string path, SqliteOpenMode mode, CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false }.ToString());
        await connection.OpenAsync(cancellationToken);
        return connection;
    }
}
