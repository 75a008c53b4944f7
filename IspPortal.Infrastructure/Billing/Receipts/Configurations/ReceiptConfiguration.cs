using IspPortal.Core.Billing.Receipts;
using IspPortal.Core.Customers.BillingAccounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Billing.Receipts.Configurations;

internal sealed class ReceiptConfiguration : IEntityTypeConfiguration<Receipt>
{
    public void Configure(EntityTypeBuilder<Receipt> builder)
    {
        builder.ToTable("Receipts");
        builder.HasKey(receipt => receipt.Id);
        builder.Property(receipt => receipt.Id).ValueGeneratedNever();
        builder.Property(receipt => receipt.Number).HasMaxLength(40);
        builder.Property(receipt => receipt.Key).HasMaxLength(64);
        builder.Property(receipt => receipt.Fingerprint).HasMaxLength(32);
        builder.Property(receipt => receipt.State).HasMaxLength(16);
        builder.Property(receipt => receipt.BookedBy).HasMaxLength(200);
        builder.Property(receipt => receipt.PayerName).HasMaxLength(200);
        builder.Property(receipt => receipt.Reference).HasMaxLength(64);
        builder.Property(receipt => receipt.Note).HasMaxLength(500);
        builder.Property(receipt => receipt.VoidedBy).HasMaxLength(200);
        builder.Property(receipt => receipt.VoidReason).HasMaxLength(500);
        builder.Property(receipt => receipt.SearchKey).HasMaxLength(256);
        builder.HasIndex(receipt => receipt.Number).IsUnique();
        builder.HasIndex(receipt => receipt.Key).IsUnique();
        builder.HasIndex(receipt => new { receipt.PaidAtUtc, receipt.Id });
        builder.HasIndex(receipt => receipt.PaidOn);
        builder.HasIndex(receipt => receipt.BillingAccountId);
        builder.HasIndex(receipt => receipt.Reference);
        builder.HasIndex(receipt => receipt.SearchKey);
        builder.HasOne<BillingAccount>().WithMany().HasForeignKey(receipt => receipt.BillingAccountId);
        builder.HasMany(receipt => receipt.Money).WithOne().HasForeignKey(part => part.ReceiptId);
        builder.HasMany(receipt => receipt.Parts).WithOne().HasForeignKey(part => part.ReceiptId);
    }
}
