using IspPortal.Core.Customers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Customers.Configurations;

internal sealed class CustomerHistoryEntryConfiguration : IEntityTypeConfiguration<CustomerHistoryEntry>
{
    public void Configure(EntityTypeBuilder<CustomerHistoryEntry> builder)
    {
        builder.ToTable("CustomerHistory");
        builder.HasKey(entry => entry.Id);
        builder.Property(entry => entry.Id).ValueGeneratedNever();
        builder.Property(entry => entry.Other).HasMaxLength(64);
        builder.Property(entry => entry.Reason).HasMaxLength(500);
        builder.HasIndex(entry => new { entry.CustomerId, entry.AtUtc });
        builder.HasOne<Customer>().WithMany().HasForeignKey(entry => entry.CustomerId);
        builder.HasOne<FormerOwner>().WithMany().HasForeignKey(entry => entry.FormerOwnerId);
    }
}
