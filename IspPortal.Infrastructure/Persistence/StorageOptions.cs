using Microsoft.Data.Sqlite;

namespace IspPortal.Infrastructure.Persistence;

/// <summary>The <c>Storage</c> section: where data live. docs/operations/configure.md explains each setting.</summary>
internal sealed class StorageOptions
{
    public const string Section = "Storage";

    public StorageProvider Provider { get; set; } = StorageProvider.Sqlite;

    /// <summary>Null or empty on SQLite means <c>portal.db</c> in the data directory.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>Made absolute against the working directory when the options are read.</summary>
    public string DataDirectory { get; set; } = "data";

    /// <summary>Null or empty means <c>keys</c> in the data directory.</summary>
    public string? KeysDirectory { get; set; }

    /// <summary>PostgreSQL and SQL Server only: SQLite always migrates its own file.</summary>
    public bool MigrateAtStart { get; set; }

    public string KeysPath => string.IsNullOrWhiteSpace(KeysDirectory) ? Path.Combine(DataDirectory, "keys") : KeysDirectory;

    /// <summary>The SQLite file, or null on a server.</summary>
    public string? DatabaseFile => Provider == StorageProvider.Sqlite ? Path.GetFullPath(new SqliteConnectionStringBuilder(SqliteConnectionString).DataSource) : null;

    public string EffectiveConnectionString => Provider == StorageProvider.Sqlite ? SqliteConnectionString : ConnectionString ?? "";

    private string SqliteConnectionString => string.IsNullOrWhiteSpace(ConnectionString)
        ? new SqliteConnectionStringBuilder { DataSource = Path.Combine(DataDirectory, "portal.db") }.ToString()
        : ConnectionString;
}
