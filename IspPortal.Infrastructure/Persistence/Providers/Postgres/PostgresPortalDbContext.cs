using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Persistence.Providers.Postgres;

internal sealed class PostgresPortalDbContext(DbContextOptions<PostgresPortalDbContext> options, PortalContextServices? services) : PortalDbContext(options, services)
{
    public override StorageProvider Provider => StorageProvider.Postgres;

    public static DbContextOptionsBuilder<PostgresPortalDbContext> Use(DbContextOptionsBuilder<PostgresPortalDbContext> builder, string connectionString) =>
        builder.UseNpgsql(connectionString, npgsql => npgsql.MigrationsHistoryTable("migrations_history"));
}
