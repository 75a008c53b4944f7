using IspPortal.Core.Billing.Runs;
using IspPortal.Core.Customers.BillingAccounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Billing.Runs.Configurations;

internal sealed class BillingRunItemConfiguration : IEntityTypeConfiguration<BillingRunItem>
{
    public void Configure(EntityTypeBuilder<BillingRunItem> builder)
    {
        builder.ToTable("BillingRunItems");
        builder.HasKey(item => new { item.RunId, item.BillingAccountId });
        builder.Property(item => item.State).HasMaxLength(16);
        builder.Property(item => item.Unusual).HasMaxLength(16).HasConversion(unusual => UnusualOrder.ToStored(unusual), stored => UnusualOrder.FromStored(stored));
        builder.Property(item => item.Fingerprint).HasMaxLength(32);
        builder.Property(item => item.ErrorCode).HasMaxLength(100);
        builder.HasIndex(item => new { item.RunId, item.State, item.BillingAccountId });
        builder.HasIndex(item => new { item.RunId, item.Unusual, item.BillingAccountId });
        builder.HasOne<BillingRun>().WithMany().HasForeignKey(item => item.RunId);
        builder.HasOne<BillingAccount>().WithMany().HasForeignKey(item => item.BillingAccountId);
    }
}
