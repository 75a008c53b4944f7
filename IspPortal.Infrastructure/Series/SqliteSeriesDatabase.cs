using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace IspPortal.Infrastructure.Series;

/// <summary>A file of its own, so that imports and billing never block it, nor it them.</summary>
internal sealed class SqliteSeriesDatabase(string path) : SeriesDatabase
{
    private readonly string _connectionString = new SqliteConnectionStringBuilder
    {
        DataSource = path,
        Mode = SqliteOpenMode.ReadWriteCreate,
        DefaultTimeout = 10,
    }.ToString();

    public override bool OneWriter => true;

    protected override string BytesType => "BLOB";

    protected override string IdentityColumn => "INTEGER PRIMARY KEY";

    protected override string InKeyOrder => " WITHOUT ROWID";

    public override async Task<DbConnection> OpenAsync(CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection(_connectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);

            // NORMAL under WAL: a crash of the process loses nothing, a power cut at most the last batches, and nothing tears.
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 10000;";
            await command.ExecuteNonQueryAsync(cancellationToken);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    // Not deferred, a transaction takes the one lock of writers at once.
    public override Task<DbTransaction> SnapshotAsync(DbConnection connection, CancellationToken cancellationToken) =>
        Task.FromResult<DbTransaction>(((SqliteConnection)connection).BeginTransaction(deferred: true));

    public override Task LockSourceAsync(DbConnection connection, byte[] source, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Lets go of the file, which pooled connections would keep open.</summary>
    public void Release()
    {
        using var connection = new SqliteConnection(_connectionString);
        SqliteConnection.ClearPool(connection);
    }

    protected override async Task PrepareAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode = WAL; PRAGMA auto_vacuum = INCREMENTAL;";
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    protected override DbCommand NamesCommand(DbConnection connection) => SeriesSql.Command(connection, "SELECT name FROM sqlite_master");
}
