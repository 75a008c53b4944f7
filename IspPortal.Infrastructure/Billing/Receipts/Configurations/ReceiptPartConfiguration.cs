using IspPortal.Core.Billing.Invoices;
using IspPortal.Core.Billing.Receipts;
using IspPortal.Core.Customers.BillingAccounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Billing.Receipts.Configurations;

internal sealed class ReceiptPartConfiguration : IEntityTypeConfiguration<ReceiptPart>
{
    public void Configure(EntityTypeBuilder<ReceiptPart> builder)
    {
        builder.ToTable("ReceiptParts");
        builder.HasKey(part => new { part.ReceiptId, part.No });
        builder.HasIndex(part => part.BillingAccountId);
        builder.HasIndex(part => part.InvoiceId);
        builder.HasOne<BillingAccount>().WithMany().HasForeignKey(part => part.BillingAccountId);
        builder.HasOne<Invoice>().WithMany().HasForeignKey(part => part.InvoiceId);
    }
}
