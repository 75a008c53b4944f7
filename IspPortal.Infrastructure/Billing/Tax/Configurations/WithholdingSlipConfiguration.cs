using IspPortal.Core.Billing.Invoices;
using IspPortal.Core.Billing.Tax;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Billing.Tax.Configurations;

internal sealed class WithholdingSlipConfiguration : IEntityTypeConfiguration<WithholdingSlip>
{
    public void Configure(EntityTypeBuilder<WithholdingSlip> builder)
    {
        builder.ToTable("WithholdingSlips");
        builder.HasKey(slip => slip.InvoiceId);
        builder.Property(slip => slip.InvoiceId).ValueGeneratedNever();
        builder.Property(slip => slip.Number).HasMaxLength(WithholdingSlip.LongestNumber);
        builder.Property(slip => slip.RecordedBy).HasMaxLength(200);
        builder.HasIndex(slip => slip.BillingAccountId);
        builder.HasOne<Invoice>().WithMany().HasForeignKey(slip => slip.InvoiceId);
    }
}
