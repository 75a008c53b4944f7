using System.Data;
using System.Data.Common;

namespace IspPortal.Infrastructure.Series;

/// <summary>Where series are kept. The statements are the same on every provider; only types, connections and locking differ.</summary>
internal abstract class SeriesDatabase
{
    protected abstract string BytesType { get; }

    protected abstract string IdentityColumn { get; }

    /// <summary>Whether two writers would stand in each other's way, so that this process lets one at a time through.</summary>
    public abstract bool OneWriter { get; }

    /// <summary>For reads that must see one moment.</summary>
    public abstract IsolationLevel SnapshotIsolation { get; }

    public abstract Task<DbConnection> OpenAsync(CancellationToken cancellationToken);

    /// <summary>Makes the tables that are missing.</summary>
    public async Task CreateAsync(CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(cancellationToken);
        await PrepareAsync(connection, cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = $"""
            CREATE TABLE IF NOT EXISTS series_subject (
              no {IdentityColumn}, kind INTEGER NOT NULL, subject_id {BytesType} NOT NULL, name VARCHAR(256) NOT NULL, source_id {BytesType} NOT NULL,
              UNIQUE (kind, subject_id, name));
            CREATE TABLE IF NOT EXISTS series_journal (
              source_id {BytesType} NOT NULL, at_ms BIGINT NOT NULL, payload {BytesType} NOT NULL, PRIMARY KEY (source_id, at_ms));
            {Chunks("series_raw")}
            {Chunks("series_5m")}
            {Chunks("series_1h")}
            """;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    protected virtual Task PrepareAsync(DbConnection connection, CancellationToken cancellationToken) => Task.CompletedTask;

    private string Chunks(string table) => $"""
        CREATE TABLE IF NOT EXISTS {table} (
          chunk_no BIGINT NOT NULL, hour BIGINT NOT NULL, source_id {BytesType} NOT NULL, payload {BytesType} NOT NULL, PRIMARY KEY (chunk_no, hour, source_id));
        CREATE INDEX IF NOT EXISTS {table}_hour ON {table} (hour);
        """;
}
