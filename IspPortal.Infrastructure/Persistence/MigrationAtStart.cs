using System.Data.Common;
using IspPortal.Core.Common.Time;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace IspPortal.Infrastructure.Persistence;

/// <summary>Brings the database to the present schema before anything else starts, or says which command does.</summary>
internal sealed class MigrationAtStart(PortalContextSource source, IOptions<StorageOptions> options, TimeProvider clock, ILogger<MigrationAtStart> logger) : IHostedLifecycleService
{
    private static readonly TimeSpan LockPatience = TimeSpan.FromMinutes(2);

    /// <summary>Runs before every service's StartAsync: those may already read tables.</summary>
    public Task StartingAsync(CancellationToken cancellationToken) => MigrateAsync(options.Value.MigrateAtStart || options.Value.Provider == StorageProvider.Sqlite, cancellationToken);

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Applies what is pending, or throws <see cref="StartupException"/> when <paramref name="allowed"/> is false and something is.</summary>
    public async Task MigrateAsync(bool allowed, CancellationToken cancellationToken)
    {
        await using var fileLock = options.Value.DatabaseFile is { } file ? await LockAsync(file + ".migration-lock", cancellationToken) : null;
        await using var context = source.CreateForSystem("migration");
        var pending = await PendingAsync(context, cancellationToken);
        if (pending.Count == 0)
        {
            return;
        }

        if (!allowed)
        {
            throw new StartupException(
                $"The database lacks {pending.Count} migration(s), the first is {pending[0]}. Set Storage__MigrateAtStart=true for one start, or run: dotnet IspPortal.Web.dll migrate");
        }

        if (options.Value.DatabaseFile is { } database)
        {
            await PrepareFileAsync(context, database, pending[0], cancellationToken);
        }

        logger.LogInformation("Applying {Count} migration(s) to {Provider}", pending.Count, source.Provider);
        await context.Database.MigrateAsync(cancellationToken);
    }

    private static async Task<List<string>> PendingAsync(PortalDbContext context, CancellationToken cancellationToken)
    {
        try
        {
            return [.. await context.Database.GetPendingMigrationsAsync(cancellationToken)];
        }
        catch (DbException exception)
        {
            throw new StartupException($"The database cannot be reached: {exception.Message} Check Storage:ConnectionString.", exception);
        }
    }

    private async Task PrepareFileAsync(PortalDbContext context, string file, string migration, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        if (!File.Exists(file) || new FileInfo(file).Length == 0)
        {
            return;
        }

        var copy = Path.Combine(Path.GetDirectoryName(file)!, "before-migration", $"{Path.GetFileNameWithoutExtension(file)}-{clock.UtcNow():yyyyMMdd-HHmmss}-{migration}.db");
        Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
        await context.Database.OpenConnectionAsync(cancellationToken);
        await using (var target = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = copy, Pooling = false }.ToString()))
        {
            await target.OpenAsync(cancellationToken);
            ((SqliteConnection)context.Database.GetDbConnection()).BackupDatabase(target);
        }

        logger.LogInformation("Copied the database to {File} before migrating", copy);
        // A process that died while migrating leaves this row, and the next would wait for it for ever; our file lock proves that nobody holds it.
        await context.Database.ExecuteSqlAsync($"DROP TABLE IF EXISTS \"__EFMigrationsLock\"", cancellationToken);
        await context.Database.CloseConnectionAsync();
    }

    private async Task<FileStream> LockAsync(string path, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var deadline = clock.GetTimestamp();
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException exception)
            {
                if (clock.GetElapsedTime(deadline) > LockPatience)
                {
                    throw new StartupException($"Another process has been migrating the database for {LockPatience.TotalMinutes:0} minutes; {path} is held.", exception);
                }

                await Task.Delay(TimeSpan.FromMilliseconds(200), clock, cancellationToken);
            }
        }
    }
}
