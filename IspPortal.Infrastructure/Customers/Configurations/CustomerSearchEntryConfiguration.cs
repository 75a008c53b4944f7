using IspPortal.Core.Customers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Customers.Configurations;

internal sealed class CustomerSearchEntryConfiguration : IEntityTypeConfiguration<CustomerSearchEntry>
{
    public void Configure(EntityTypeBuilder<CustomerSearchEntry> builder)
    {
        builder.ToTable("CustomerSearchEntries");
        builder.HasKey(entry => entry.Serial);
        builder.Property(entry => entry.Part).HasMaxLength(64);
        builder.Property(entry => entry.Key).HasMaxLength(CustomerSearchEntry.MaxKeyLength);
        builder.HasIndex(entry => new { entry.CustomerId, entry.Part }).IsUnique();
        builder.HasOne<Customer>().WithMany().HasForeignKey(entry => entry.CustomerId);
    }
}
