using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Persistence.Providers.SqlServer;

internal sealed class SqlServerPortalDbContext(DbContextOptions<SqlServerPortalDbContext> options, PortalContextServices? services) : PortalDbContext(options, services)
{
    public override StorageProvider Provider => StorageProvider.SqlServer;

    public static DbContextOptionsBuilder<SqlServerPortalDbContext> Use(DbContextOptionsBuilder<SqlServerPortalDbContext> builder, string connectionString) =>
        Ordered(builder.UseSqlServer(connectionString, server => server.MigrationsHistoryTable("migrations_history")));
}
