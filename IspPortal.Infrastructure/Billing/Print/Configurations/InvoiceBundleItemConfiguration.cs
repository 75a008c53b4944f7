using IspPortal.Core.Billing.Invoices;
using IspPortal.Core.Billing.Print;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Billing.Print.Configurations;

internal sealed class InvoiceBundleItemConfiguration : IEntityTypeConfiguration<InvoiceBundleItem>
{
    public void Configure(EntityTypeBuilder<InvoiceBundleItem> builder)
    {
        builder.ToTable("InvoiceBundleItems");
        builder.HasKey(item => new { item.BundleId, item.No });
        builder.Property(item => item.No).ValueGeneratedNever();
        builder.HasOne<Invoice>().WithMany().HasForeignKey(item => item.InvoiceId);
    }
}
