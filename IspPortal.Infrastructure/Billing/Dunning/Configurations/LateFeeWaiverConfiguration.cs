using IspPortal.Core.Billing.Dunning;
using IspPortal.Core.Billing.Invoices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Billing.Dunning.Configurations;

internal sealed class LateFeeWaiverConfiguration : IEntityTypeConfiguration<LateFeeWaiver>
{
    public void Configure(EntityTypeBuilder<LateFeeWaiver> builder)
    {
        builder.ToTable("LateFeeWaivers");
        builder.HasKey(waiver => waiver.Id);
        builder.Property(waiver => waiver.Id).ValueGeneratedNever();
        builder.Property(waiver => waiver.Step).HasMaxLength(20);
        builder.Property(waiver => waiver.Reason).HasMaxLength(500);
        builder.Property(waiver => waiver.CreatedBy).HasMaxLength(200);
        builder.HasIndex(waiver => new { waiver.InvoiceId, waiver.Step }).IsUnique();
        builder.HasIndex(waiver => waiver.BillingAccountId);
        builder.HasOne<Invoice>().WithMany().HasForeignKey(waiver => waiver.InvoiceId);
    }
}
