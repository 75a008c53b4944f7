using IspPortal.Infrastructure.Persistence;
using IspPortal.Infrastructure.Persistence.Providers.Postgres;
using IspPortal.Infrastructure.Persistence.Providers.Sqlite;
using IspPortal.Infrastructure.Persistence.Providers.SqlServer;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace IspPortal.Tests.Persistence;

/// <summary>A changed entity without a migration fails here. Before the first release: build/regenerate-initial-migration.sh.</summary>
public sealed class PendingMigrationTests
{
    [Fact]
    public void Sqlite_has_no_pending_change() => AssertNone(new SqliteDesignTimeFactory().CreateDbContext([]));

    [Fact]
    public void Postgres_has_no_pending_change() => AssertNone(new PostgresDesignTimeFactory().CreateDbContext([]));

    [Fact]
    public void SqlServer_has_no_pending_change() => AssertNone(new SqlServerDesignTimeFactory().CreateDbContext([]));

    private static void AssertNone(PortalDbContext context)
    {
        using (context)
        {
            Assert.NotEmpty(context.Database.GetMigrations());
            Assert.False(context.Database.HasPendingModelChanges(), "The model and the last migration differ: add a migration for every provider.");
        }
    }
}
