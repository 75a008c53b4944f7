using IspPortal.Core.Identity;
using IspPortal.Infrastructure.Outbox;
using IspPortal.Infrastructure.Persistence;
using IspPortal.Infrastructure.Persistence.Conventions;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Xunit;

namespace IspPortal.Tests.Support;

/// <summary>
/// A fresh, migrated database of one test: a SQLite file, or a database of the run's private PostgreSQL (the test is skipped where there is none).
/// <code>await using var database = await PortalDatabase.CreateAsync("Postgres");</code>
/// </summary>
internal sealed class PortalDatabase : IAsyncDisposable
{
    /// <summary>One key ring for all tests, so that they share one model.</summary>
    public static SecretProtector SharedSecrets { get; } = new(new EphemeralDataProtectionProvider());
    private static readonly Lazy<Task<string>> SqliteTemplate = new(MakeSqliteTemplateAsync);
    private static readonly Lazy<Task> PostgresTemplate = new(MakePostgresTemplateAsync);
    private static int _counter;

    private readonly PortalContextServices _services;
    private readonly string? _postgresName;

    private PortalDatabase(StorageOptions options, PortalContextServices services, string? postgresName)
    {
        Options = options;
        _services = services;
        _postgresName = postgresName;
        Source = new PortalContextSource(options, services, NullLoggerFactory.Instance);
    }

    public StorageOptions Options { get; }

    public PortalContextSource Source { get; }

    /// <summary>For services under test; writes as <c>system:test</c>.</summary>
    public IDbContextFactory<PortalDbContext> Factory => FactoryAs(Actor.System("test"));

    public static async Task<PortalDatabase> CreateAsync(string provider, TimeProvider? clock = null, EventCatalog? events = null, Func<StorageOptions, SecretProtector>? secrets = null)
    {
        var directory = Directory.CreateTempSubdirectory("isp-portal-").FullName;
        var options = new StorageOptions { Provider = Providers.Parse(provider), DataDirectory = directory };
        var services = new PortalContextServices(secrets?.Invoke(options) ?? SharedSecrets, clock ?? TimeProvider.System, events ?? new EventCatalog([]), new OutboxWake());
        if (options.Provider == StorageProvider.Sqlite)
        {
            File.Copy(await SqliteTemplate.Value, options.DatabaseFile!);
            return new PortalDatabase(options, services, null);
        }

        Assert.SkipUnless(PostgresServer.Missing is null, PostgresServer.Missing ?? "");
        await PostgresTemplate.Value;
        var server = await PostgresServer.GetAsync();
        var name = $"test_{Interlocked.Increment(ref _counter)}";
        await server.ExecuteAsync($"CREATE DATABASE {name} TEMPLATE portal_template");
        options.ConnectionString = server.ConnectionString(name);
        return new PortalDatabase(options, services, name);
    }

    /// <summary>The same database for a service whose log lines matter.</summary>
    public PortalContextSource SourceThatLogsTo(ILoggerFactory loggers) => new(Options, _services, loggers);

    /// <summary>The same database for a service whose statements matter.</summary>
    public PortalContextSource SourceWatchedBy(params IInterceptor[] observers) => new(Options, _services, NullLoggerFactory.Instance, observers);

    /// <summary>A context that writes in the name of <paramref name="actor"/>, or of <c>system:test</c>.</summary>
    public PortalDbContext Open(Actor? actor = null) => Source.Create(actor ?? Actor.System("test"));

    public IDbContextFactory<PortalDbContext> FactoryAs(Actor actor) => new FixedFactory(Source, actor);

    public async ValueTask DisposeAsync()
    {
        if (_postgresName is not null)
        {
            await using (var pooled = new NpgsqlConnection(Options.ConnectionString))
            {
                NpgsqlConnection.ClearPool(pooled);
            }

            await (await PostgresServer.GetAsync()).ExecuteAsync($"DROP DATABASE {_postgresName} WITH (FORCE)");
        }
        else
        {
            await using var pooled = new SqliteConnection(Options.EffectiveConnectionString);
            SqliteConnection.ClearPool(pooled);
        }

        Directory.Delete(Options.DataDirectory, true);
    }

    private static async Task<string> MakeSqliteTemplateAsync()
    {
        var directory = Directory.CreateTempSubdirectory("isp-portal-template-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(directory, true);
        var options = new StorageOptions { DataDirectory = directory, ConnectionString = $"Data Source={Path.Combine(directory, "portal.db")};Pooling=False" };
        await MigrateAsync(options);
        return options.DatabaseFile!;
    }

    private static async Task MakePostgresTemplateAsync()
    {
        var server = await PostgresServer.GetAsync();
        await server.ExecuteAsync("CREATE DATABASE portal_template");
        var options = new StorageOptions { Provider = StorageProvider.Postgres, ConnectionString = server.ConnectionString("portal_template") + ";Pooling=False" };
        await MigrateAsync(options);
    }

    private static async Task MigrateAsync(StorageOptions options)
    {
        await using var context = new PortalContextSource(
            options, new PortalContextServices(SharedSecrets, TimeProvider.System, new EventCatalog([]), new OutboxWake()), NullLoggerFactory.Instance).CreateForSystem("test");
        await context.Database.MigrateAsync();
    }

    private sealed class FixedFactory(PortalContextSource source, Actor actor) : IDbContextFactory<PortalDbContext>
    {
        public PortalDbContext CreateDbContext() => source.Create(actor);
    }
}
