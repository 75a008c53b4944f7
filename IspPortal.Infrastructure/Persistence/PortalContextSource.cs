using IspPortal.Core.Identity;
using IspPortal.Infrastructure.Outbox;
using IspPortal.Infrastructure.Persistence.Interceptors;
using IspPortal.Infrastructure.Persistence.Providers.Postgres;
using IspPortal.Infrastructure.Persistence.Providers.Sqlite;
using IspPortal.Infrastructure.Persistence.Providers.SqlServer;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.Logging;

namespace IspPortal.Infrastructure.Persistence;

/// <summary>
/// Makes contexts of the chosen provider. Scoped services take <see cref="IDbContextFactory{TContext}"/> of <see cref="PortalDbContext"/>, which writes in the
/// name of the scope's actor; singletons and start-up steps, which have no scope, take this and say in whose name they write.
/// </summary>
internal sealed class PortalContextSource
{
    private readonly Func<PortalDbContext> _create;

    public PortalContextSource(StorageOptions options, PortalContextServices services, ILoggerFactory loggers, params IInterceptor[] observers)
    {
        Provider = options.Provider;
        var connectionString = options.EffectiveConnectionString;
        switch (options.Provider)
        {
            case StorageProvider.Sqlite:
                var sqlite = Common(SqlitePortalDbContext.Use(new(), connectionString)).Options;
                _create = () => new SqlitePortalDbContext(sqlite, services);
                break;
            case StorageProvider.Postgres:
                var postgres = Common(PostgresPortalDbContext.Use(new(), connectionString)).Options;
                _create = () => new PostgresPortalDbContext(postgres, services);
                break;
            case StorageProvider.SqlServer:
                var server = Common(SqlServerPortalDbContext.Use(new(), connectionString)).Options;
                _create = () => new SqlServerPortalDbContext(server, services);
                break;
            default:
                throw new InvalidOperationException($"Unknown provider {options.Provider}.");
        }

        DbContextOptionsBuilder<TContext> Common<TContext>(DbContextOptionsBuilder<TContext> builder)
            where TContext : PortalDbContext
        {
            builder.UseLoggerFactory(loggers);
            builder.ReplaceService<IModelCacheKeyFactory, PortalModelCacheKeyFactory>();
            builder.AddInterceptors(new AppendOnlyInterceptor(), new VersionInterceptor(), new AuditInterceptor(), new OutboxWakeInterceptor(services.Wake));
            builder.AddInterceptors(observers);
            return builder;
        }
    }

    public StorageProvider Provider { get; }

    /// <summary>A new context that writes in the name of <paramref name="actor"/>.</summary>
    public PortalDbContext Create(Actor actor)
    {
        var context = _create();
        context.Actor = actor;
        return context;
    }

    /// <summary>A new context that writes in the name of <c>system:</c><paramref name="job"/>.</summary>
    public PortalDbContext CreateForSystem(string job) => Create(Actor.System(job));
}
