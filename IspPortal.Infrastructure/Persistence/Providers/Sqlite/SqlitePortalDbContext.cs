using IspPortal.Infrastructure.Persistence.Conventions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;

namespace IspPortal.Infrastructure.Persistence.Providers.Sqlite;

internal sealed class SqlitePortalDbContext(DbContextOptions<SqlitePortalDbContext> options, PortalContextServices? services) : PortalDbContext(options, services)
{
    public override StorageProvider Provider => StorageProvider.Sqlite;

    public static DbContextOptionsBuilder<SqlitePortalDbContext> Use(DbContextOptionsBuilder<SqlitePortalDbContext> builder, string connectionString)
    {
        builder.UseSqlite(connectionString, sqlite => sqlite.MigrationsHistoryTable("migrations_history"));
        builder.AddInterceptors(SqlitePragmas.Instance);
        builder.ReplaceService<IMigrationsSqlGenerator, SqliteTextSearchMigrations>();
        return Ordered(builder);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<Guid>().HaveConversion<GuidBigEndianConverter>();
    }
}
