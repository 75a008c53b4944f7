using IspPortal.Core.Billing.Receipts;
using IspPortal.Core.Customers.BillingAccounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Billing.Receipts.Configurations;

internal sealed class RefundConfiguration : IEntityTypeConfiguration<Refund>
{
    public void Configure(EntityTypeBuilder<Refund> builder)
    {
        builder.ToTable("Refunds");
        builder.HasKey(refund => refund.Id);
        builder.Property(refund => refund.Id).ValueGeneratedNever();
        builder.Property(refund => refund.Number).HasMaxLength(40);
        builder.Property(refund => refund.Key).HasMaxLength(64);
        builder.Property(refund => refund.PayeeName).HasMaxLength(200);
        builder.Property(refund => refund.Method).HasMaxLength(16);
        builder.Property(refund => refund.Place).HasMaxLength(64);
        builder.Property(refund => refund.PaidBy).HasMaxLength(200);
        builder.Property(refund => refund.Reason).HasMaxLength(500);
        builder.Property(refund => refund.Reference).HasMaxLength(64);
        builder.Property(refund => refund.SearchKey).HasMaxLength(256);
        builder.HasIndex(refund => refund.Number).IsUnique();
        builder.HasIndex(refund => refund.Key).IsUnique();
        builder.HasIndex(refund => new { refund.PaidOn, refund.Id });
        builder.HasIndex(refund => refund.BillingAccountId);
        builder.HasIndex(refund => refund.SearchKey);
        builder.HasOne<BillingAccount>().WithMany().HasForeignKey(refund => refund.BillingAccountId);
    }
}
