using System.Data.Common;

namespace IspPortal.Infrastructure.Series;

/// <summary>Where series are kept. The statements are the same on every provider; only types, connections and locking differ.</summary>
internal abstract class SeriesDatabase
{
    protected abstract string BytesType { get; }

    protected abstract string IdentityColumn { get; }

    /// <summary>What makes a table lie in the order of its key, where the provider can.</summary>
    protected abstract string InKeyOrder { get; }

    /// <summary>Whether two writers would stand in each other's way, so that this process lets one at a time through.</summary>
    public abstract bool OneWriter { get; }

    public abstract Task<DbConnection> OpenAsync(CancellationToken cancellationToken);

    /// <summary>Begins a read that sees one moment and hinders no writer.</summary>
    public abstract Task<DbTransaction> SnapshotAsync(DbConnection connection, CancellationToken cancellationToken);

    /// <summary>Lets no other pack the same source until the transaction ends.</summary>
    public abstract Task LockSourceAsync(DbConnection connection, byte[] source, CancellationToken cancellationToken);

    /// <summary>Makes the tables and indexes that are missing, each by itself: what is there is not touched, so that a node may start while another writes.</summary>
    public async Task CreateAsync(CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(cancellationToken);
        await PrepareAsync(connection, cancellationToken);
        var there = await NamesAsync(connection, cancellationToken);
        foreach (var (_, statement) in Parts().Where(p => !there.Contains(p.Name)))
        {
            await using var command = SeriesSql.Command(connection, statement);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        if (!there.Contains("series_journal_seq"))
        {
            await AddSequenceAsync(connection, cancellationToken);
        }
    }

    protected virtual Task PrepareAsync(DbConnection connection, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Gives the names of all tables and indexes.</summary>
    protected abstract DbCommand NamesCommand(DbConnection connection);

    private async Task<HashSet<string>> NamesAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        HashSet<string> names = [];
        await using var command = NamesCommand(connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            names.Add(reader.GetString(0));
        }

        return names;
    }

    // A store from before polls were numbered has the table without the column.
    private static async Task AddSequenceAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        bool known;
        await using (var look = SeriesSql.Command(connection, "SELECT * FROM series_journal WHERE 1 = 0"))
        await using (var reader = await look.ExecuteReaderAsync(cancellationToken))
        {
            known = Enumerable.Range(0, reader.FieldCount).Any(i => reader.GetName(i) == "seq");
        }

        await using var command = SeriesSql.Command(
            connection,
            (known ? string.Empty : "ALTER TABLE series_journal ADD COLUMN seq BIGINT; ")
            + "CREATE UNIQUE INDEX IF NOT EXISTS series_journal_seq ON series_journal (source_id, seq)");
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private IEnumerable<(string Name, string Statement)> Parts() =>
    [
        Table("series_subject", $"no {IdentityColumn}, kind INTEGER NOT NULL, subject_id {BytesType} NOT NULL, name VARCHAR(256) NOT NULL, source_id {BytesType} NOT NULL, UNIQUE (kind, subject_id, name)"),
        Table("series_journal", $"source_id {BytesType} NOT NULL, at_ms BIGINT NOT NULL, payload {BytesType} NOT NULL, seq BIGINT, PRIMARY KEY (source_id, at_ms)"),
        Table("series_counters", $"source_id {BytesType} NOT NULL PRIMARY KEY, payload {BytesType} NOT NULL"),
        Table("series_usage", $"chunk_no BIGINT NOT NULL, day INTEGER NOT NULL, source_id {BytesType} NOT NULL, payload {BytesType} NOT NULL, PRIMARY KEY (chunk_no, day, source_id)", InKeyOrder),
        ("series_usage_day", "CREATE INDEX IF NOT EXISTS series_usage_day ON series_usage (day)"),
        .. new[] { "series_raw", "series_5m", "series_1h", "series_5m_sum", "series_1h_sum" }.SelectMany(Chunks),
    ];

    private IEnumerable<(string Name, string Statement)> Chunks(string table) =>
    [
        Table(table, $"chunk_no BIGINT NOT NULL, hour BIGINT NOT NULL, source_id {BytesType} NOT NULL, payload {BytesType} NOT NULL, PRIMARY KEY (chunk_no, hour, source_id)"),
        ($"{table}_hour", $"CREATE INDEX IF NOT EXISTS {table}_hour ON {table} (hour)"),
    ];

    private static (string Name, string Statement) Table(string name, string columns, string order = "") => (name, $"CREATE TABLE IF NOT EXISTS {name} ({columns}){order}");
}
