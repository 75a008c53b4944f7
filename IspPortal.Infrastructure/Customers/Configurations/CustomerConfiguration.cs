using IspPortal.Core.Customers;
using IspPortal.Infrastructure.Persistence;
using IspPortal.Infrastructure.Persistence.Conventions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Customers.Configurations;

internal sealed class CustomerConfiguration : IEntityTypeConfiguration<Customer>
{
    public void Configure(EntityTypeBuilder<Customer> builder)
    {
        builder.ToTable("Customers");
        builder.HasKey(customer => customer.Id);
        builder.Property(customer => customer.Id).ValueGeneratedNever();
        builder.Property(customer => customer.Number).HasMaxLength(32);
        builder.Property(customer => customer.ExternalCode).HasMaxLength(SaveCustomerRequestValidator.MaxExternalCode);
        builder.Property(customer => customer.Phone).HasMaxLength(24);
        builder.Property(customer => customer.PostalCode).HasMaxLength(8);
        builder.Property(customer => customer.Language).HasMaxLength(8);
        builder.Property(customer => customer.TaxId).IsSecret();
        builder.Property(customer => customer.TaxIdHash).HasMaxLength(BlindIndex.HashLength);
        builder.Property(customer => customer.IdentityNumber).IsSecret();
        builder.Property(customer => customer.IdentityHash).HasMaxLength(BlindIndex.HashLength);
        builder.Property(customer => customer.Kind).HasMaxLength(16);
        builder.Property(customer => customer.Status).HasMaxLength(16);
        builder.Property(customer => customer.NameKey).HasMaxLength(128);
        builder.Property(customer => customer.CityKey).HasMaxLength(100);
        builder.Property(customer => customer.NameSound).HasMaxLength(128);
        builder.Property(customer => customer.RemovalReason).HasMaxLength(500);
        builder.Ignore(customer => customer.DisplayName);
        builder.HasIndex(customer => customer.Number).IsUnique();
        builder.HasIndex(customer => customer.ExternalCode).IsUnique();
        builder.HasIndex(customer => customer.Phone);
        builder.HasIndex(customer => customer.IdentityHash);
        builder.HasIndex(customer => customer.TaxIdHash);
        builder.HasIndex(customer => customer.NameSound);
        // The order comes first and what is filtered last: pages are read in order and counts from the index alone. An index that began with RemovedAtUtc would
        // be taken for the most selective one by SQLite, which then sorts every customer there is.
        builder.HasIndex(customer => new { customer.NameKey, customer.Id, customer.RemovedAtUtc });
        builder.HasIndex(customer => new { customer.RegisteredOn, customer.Id, customer.RemovedAtUtc });
        builder.HasIndex(customer => new { customer.UpdatedAtUtc, customer.Id, customer.RemovedAtUtc });
        builder.HasIndex(customer => new { customer.CityKey, customer.NameKey, customer.Id, customer.RemovedAtUtc });
        builder.HasIndex(customer => new { customer.Status, customer.NameKey, customer.Id, customer.RemovedAtUtc });
        builder.HasIndex(customer => new { customer.Kind, customer.NameKey, customer.Id, customer.RemovedAtUtc });
        builder.HasIndex(customer => new { customer.Status, customer.Kind, customer.NameKey, customer.Id, customer.CityKey, customer.RemovedAtUtc });
        // Searches and tags find ids first: counted and ordered without reading the rows.
        builder.HasIndex(customer => new { customer.Id, customer.RemovedAtUtc, customer.NameKey });
        builder.HasOne<Customer>().WithMany().HasForeignKey(customer => customer.MergedIntoId);
        builder.HasMany(customer => customer.Contacts).WithOne().HasForeignKey(contact => contact.CustomerId);
        builder.HasMany(customer => customer.Tags).WithOne().HasForeignKey(tag => tag.CustomerId);
        builder.HasMany(customer => customer.Accounts).WithOne(account => account.Customer).HasForeignKey(account => account.CustomerId);
    }
}
