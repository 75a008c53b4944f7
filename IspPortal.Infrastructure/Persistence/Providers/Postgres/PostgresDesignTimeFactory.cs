using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace IspPortal.Infrastructure.Persistence.Providers.Postgres;

internal sealed class PostgresDesignTimeFactory : IDesignTimeDbContextFactory<PostgresPortalDbContext>
{
    public PostgresPortalDbContext CreateDbContext(string[] args) =>
        new(PostgresPortalDbContext.Use(new DbContextOptionsBuilder<PostgresPortalDbContext>(), "Host=localhost;Database=design_time").Options, null);
}
