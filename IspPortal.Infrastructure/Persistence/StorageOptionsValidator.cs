using System.Data.Common;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using Npgsql;

namespace IspPortal.Infrastructure.Persistence;

/// <summary>Says in one sentence what is wrong with the <c>Storage</c> section, before anything starts.</summary>
internal sealed class StorageOptionsValidator : IValidateOptions<StorageOptions>
{
    public ValidateOptionsResult Validate(string? name, StorageOptions options)
    {
        var sentence = FirstFault(options);
        return sentence is null ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(sentence);
    }

    /// <summary>Null when the portal can write there; the directory is made when it is missing.</summary>
    public static string? DirectoryFault(string setting, string path)
    {
        try
        {
            Directory.CreateDirectory(path);
            var probe = Path.Combine(path, $".write-{Path.GetRandomFileName()}");
            using var file = File.Create(probe, 1, FileOptions.DeleteOnClose);
            file.WriteByte(1);
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return $"{setting}: the portal cannot write to {path} ({exception.Message})";
        }
    }

    private static string? FirstFault(StorageOptions options)
    {
        if (!Enum.IsDefined(options.Provider))
        {
            return "Storage:Provider must be Sqlite, Postgres or SqlServer.";
        }

        if (string.IsNullOrWhiteSpace(options.DataDirectory))
        {
            return "Storage:DataDirectory must name a directory that the portal may write to.";
        }

        if (ConnectionFault(options) is { } fault)
        {
            return fault;
        }

        return DirectoryFault("Storage:DataDirectory", options.DataDirectory) ?? DirectoryFault("Storage:KeysDirectory", options.KeysPath);
    }

    private static string? ConnectionFault(StorageOptions options)
    {
        if (options.Provider != StorageProvider.Sqlite && string.IsNullOrWhiteSpace(options.ConnectionString))
        {
            return $"Storage:ConnectionString is required when Storage:Provider is {options.Provider}.";
        }

        try
        {
            DbConnectionStringBuilder builder = options.Provider switch
            {
                StorageProvider.Sqlite => new SqliteConnectionStringBuilder(options.EffectiveConnectionString),
                StorageProvider.Postgres => new NpgsqlConnectionStringBuilder(options.EffectiveConnectionString),
                _ => new SqlConnectionStringBuilder(options.EffectiveConnectionString),
            };
            return builder is SqliteConnectionStringBuilder sqlite && (sqlite.DataSource.Length == 0 || sqlite.DataSource == ":memory:" || sqlite.Mode == SqliteOpenMode.Memory)
                ? "Storage:ConnectionString must name a file: a database in memory would be lost at every stop."
                : null;
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or KeyNotFoundException)
        {
            // The parser's message can quote the string, and with it a password.
            return $"Storage:ConnectionString is not a connection string that {options.Provider} understands.";
        }
    }
}
