using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace IspPortal.Infrastructure.Persistence.Providers.SqlServer;

internal sealed class SqlServerDesignTimeFactory : IDesignTimeDbContextFactory<SqlServerPortalDbContext>
{
    public SqlServerPortalDbContext CreateDbContext(string[] args) =>
        new(SqlServerPortalDbContext.Use(new DbContextOptionsBuilder<SqlServerPortalDbContext>(), "Server=localhost;Database=design_time").Options, null);
}
