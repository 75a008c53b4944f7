using IspPortal.Core.Customers;
using IspPortal.Core.Inventory;
using IspPortal.Core.Network.Access;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Persistence.Providers.Postgres;

internal sealed class PostgresPortalDbContext(DbContextOptions<PostgresPortalDbContext> options, PortalContextServices? services) : PortalDbContext(options, services)
{
    public override StorageProvider Provider => StorageProvider.Postgres;

    public static DbContextOptionsBuilder<PostgresPortalDbContext> Use(DbContextOptionsBuilder<PostgresPortalDbContext> builder, string connectionString) =>
        Ordered(builder.UseNpgsql(connectionString, npgsql => npgsql.MigrationsHistoryTable("migrations_history")));

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        // A trusted extension: whoever owns the database may create it.
        builder.HasPostgresExtension("pg_trgm");
        builder.Entity<CustomerSearchEntry>().HasIndex(entry => entry.Key).HasDatabaseName("ix_customer_search_entries_key").HasMethod("gin").HasOperators("gin_trgm_ops");
        builder.Entity<Device>().HasIndex(device => device.SearchKey).HasMethod("gin").HasOperators("gin_trgm_ops");
        // Counts of all or nearly all customers: a twentieth of the pages of an index that has names. SQLite would take it for the most selective one of any list.
        builder.Entity<Customer>().HasIndex(customer => new { customer.RemovedAtUtc, customer.Kind, customer.Status });
        // For beginnings, whatever the collation.
        builder.Entity<AccessAccount>().HasIndex(access => access.SearchKey).HasOperators("text_pattern_ops");
    }
}
