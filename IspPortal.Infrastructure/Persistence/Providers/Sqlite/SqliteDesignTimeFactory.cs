using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace IspPortal.Infrastructure.Persistence.Providers.Sqlite;

internal sealed class SqliteDesignTimeFactory : IDesignTimeDbContextFactory<SqlitePortalDbContext>
{
    public SqlitePortalDbContext CreateDbContext(string[] args) =>
        new(SqlitePortalDbContext.Use(new DbContextOptionsBuilder<SqlitePortalDbContext>(), "Data Source=design-time.db").Options, null);
}
