using System.Formats.Tar;
using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Serialization;
using IspPortal.Core.Common.Time;
using IspPortal.Infrastructure.Persistence.Providers.Postgres;
using IspPortal.Infrastructure.Persistence.Providers.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace IspPortal.Infrastructure.Persistence.Backup;

/// <summary>
/// Database, series, keys and files in one .tar.gz, and back. The archive holds the keys beside the secrets they open: keep it as carefully as the portal
/// itself. Files that are SQLite databases are copied consistently while the portal runs; a restore wants it stopped.
/// </summary>
internal sealed class PortalBackup(IOptions<StorageOptions> options, PortalContextSource source, TimeProvider clock)
{
    private const string DatabaseFolder = "database";
    private const string DataFolder = "data";
    private const string KeysFolder = "keys";
    private const string ManifestFile = "manifest.json";
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Converters = { new JsonStringEnumConverter() } };

    private readonly StorageOptions _storage = options.Value;

    /// <summary>Writes the archive; an existing file of that name is refused.</summary>
    public async Task BackupAsync(string file, CancellationToken cancellationToken)
    {
        file = Path.GetFullPath(file);
        if (File.Exists(file))
        {
            throw new StartupException($"{file} exists; name a new file.");
        }

        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var stage = NewStage(Path.GetDirectoryName(file)!);
        try
        {
            await StageAsync(stage, cancellationToken);
            var partial = file + ".partial";
            await using (var target = NewFile(partial))
            await using (var zip = new GZipStream(target, CompressionLevel.Optimal))
            {
                await TarFile.CreateFromDirectoryAsync(stage, zip, false, cancellationToken);
            }

            File.Move(partial, file);
        }
        finally
        {
            Directory.Delete(stage, true);
        }
    }

    /// <summary>Puts an archive in place. What is there is refused, or with <paramref name="force"/> moved aside (PostgreSQL: replaced).</summary>
    public async Task RestoreAsync(string file, bool force, CancellationToken cancellationToken)
    {
        if (!File.Exists(file))
        {
            throw new StartupException($"There is no archive {file}.");
        }

        var archive = DatabaseArchive();
        if (!force && (HasFiles(_storage.DataDirectory) || HasFiles(_storage.KeysPath) || (archive is not null && await archive.HasContentAsync(cancellationToken))))
        {
            throw new StartupException($"{_storage.DataDirectory} or the database is not empty; stop the portal and add --force to replace what is there.");
        }

        var parent = Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(_storage.DataDirectory))!;
        Directory.CreateDirectory(parent);
        var stage = NewStage(parent);
        try
        {
            await UnpackAsync(file, stage, cancellationToken);
            await CheckAsync(stage, cancellationToken);
            MoveAside(_storage.DataDirectory);
            MoveAside(_storage.KeysPath);
            Directory.Move(Path.Combine(stage, DataFolder), _storage.DataDirectory);
            Directory.CreateDirectory(Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(_storage.KeysPath))!);
            Directory.Move(Path.Combine(stage, KeysFolder), _storage.KeysPath);
            if (archive is not null)
            {
                await archive.RestoreAsync(Path.Combine(stage, DatabaseFolder), cancellationToken);
            }
        }
        finally
        {
            Directory.Delete(stage, true);
        }
    }

    private static UnixFileMode OwnerOnly => UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private static FileStream NewFile(string path)
    {
        var how = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            how.UnixCreateMode = OwnerOnly;
        }

        return new FileStream(path, how);
    }

    private static bool HasFiles(string directory) => Directory.Exists(directory) && Directory.EnumerateFiles(directory, "*", SearchOption.AllDirectories).Any();

    private static async Task UnpackAsync(string file, string stage, CancellationToken cancellationToken)
    {
        try
        {
            await using var packed = File.OpenRead(file);
            await using var unzipped = new GZipStream(packed, CompressionMode.Decompress);
            await TarFile.ExtractToDirectoryAsync(unzipped, stage, false, cancellationToken);
        }
        catch (Exception exception) when (exception is InvalidDataException or EndOfStreamException or FormatException)
        {
            throw new StartupException($"{file} is not an archive of this portal, or it is damaged.", exception);
        }
    }

    private string NewStage(string parent)
    {
        var stage = Path.Combine(parent, $".backup-{Ids.New(clock):N}");
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(stage);
        }
        else
        {
            Directory.CreateDirectory(stage, OwnerOnly | UnixFileMode.UserExecute);
        }

        return stage;
    }

    private async Task StageAsync(string stage, CancellationToken cancellationToken)
    {
        var database = Directory.CreateDirectory(Path.Combine(stage, DatabaseFolder)).FullName;
        var archive = DatabaseArchive();
        string? migration = null;
        if (archive is not null)
        {
            await archive.SaveAsync(database, cancellationToken);
            await using var context = source.CreateForSystem("backup");
            migration = (await context.Database.GetAppliedMigrationsAsync(cancellationToken)).LastOrDefault();
        }

        await CopyTreeAsync(_storage.DataDirectory, Path.Combine(stage, DataFolder), cancellationToken);
        await CopyTreeAsync(_storage.KeysPath, Path.Combine(stage, KeysFolder), cancellationToken);
        var manifest = new BackupManifest(BackupManifest.CurrentFormat, _storage.Provider, clock.UtcNow(), migration);
        await File.WriteAllTextAsync(Path.Combine(stage, ManifestFile), JsonSerializer.Serialize(manifest, Json), cancellationToken);
    }

    private async Task CheckAsync(string stage, CancellationToken cancellationToken)
    {
        var file = Path.Combine(stage, ManifestFile);
        var manifest = File.Exists(file) ? JsonSerializer.Deserialize<BackupManifest>(await File.ReadAllTextAsync(file, cancellationToken), Json) : null;
        if (manifest is null || manifest.Format > BackupManifest.CurrentFormat)
        {
            throw new StartupException("The archive was made by a newer portal, or it is not one of this portal.");
        }

        if (manifest.Provider != _storage.Provider)
        {
            throw new StartupException($"The archive holds a {manifest.Provider} database, but Storage:Provider is {_storage.Provider}.");
        }

        await using var context = source.CreateForSystem("restore");
        if (manifest.LastMigration is { } migration && !context.Database.GetMigrations().Contains(migration, StringComparer.Ordinal))
        {
            throw new StartupException($"The archive's database has the schema {migration}, which this version does not know; restore it with the version that made it.");
        }
    }

    /// <summary>Null for SQL Server: its own BACKUP DATABASE does that part (docs/operations/configure.md).</summary>
    private IDatabaseArchive? DatabaseArchive() => _storage.Provider switch
    {
        StorageProvider.Sqlite => new SqliteArchive(_storage.DatabaseFile!),
        StorageProvider.Postgres => new PostgresArchive(_storage.EffectiveConnectionString),
        _ => null,
    };

    private async Task CopyTreeAsync(string from, string to, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(to);
        if (!Directory.Exists(from))
        {
            return;
        }

        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories).Where(file => IsCopied(file, from)))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            if (Path.GetExtension(file) == ".db")
            {
                await SqliteArchive.CopyAsync(file, target, cancellationToken);
            }
            else
            {
                CopyIfThere(file, target);
            }
        }
    }

    /// <summary>A file that the portal took away since it was listed is not missed: its row in the copied database says so, or is swept.</summary>
    private static void CopyIfThere(string file, string target)
    {
        try
        {
            File.Copy(file, target);
        }
        catch (FileNotFoundException)
        {
            File.Delete(target);
        }
    }

    /// <summary>Not the database itself and its journals, not copies of it, not locks, not what is half written, and not the keys where they lie among the data.</summary>
    private bool IsCopied(string file, string root)
    {
        var path = Path.GetFullPath(file);
        return path != _storage.DatabaseFile
            && !path.EndsWith("-wal", StringComparison.Ordinal) && !path.EndsWith("-shm", StringComparison.Ordinal) && !path.EndsWith(".migration-lock", StringComparison.Ordinal)
            && !path.EndsWith(".new", StringComparison.Ordinal)
            && !IsBelow(path, Path.Combine(_storage.DataDirectory, "before-migration"))
            && (root == _storage.KeysPath || !IsBelow(path, _storage.KeysPath));
    }

    private static bool IsBelow(string path, string directory) => path.StartsWith(Path.TrimEndingDirectorySeparator(Path.GetFullPath(directory)) + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private void MoveAside(string directory)
    {
        if (HasFiles(directory))
        {
            Directory.Move(directory, $"{Path.TrimEndingDirectorySeparator(directory)}.before-restore-{clock.UtcNow():yyyyMMdd-HHmmss}");
        }
        else if (Directory.Exists(directory))
        {
            Directory.Delete(directory, true);
        }
    }
}
