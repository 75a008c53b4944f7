using IspPortal.Core.Billing.Corrections;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Billing.Corrections.Configurations;

internal sealed class CreditNoteLineConfiguration : IEntityTypeConfiguration<CreditNoteLine>
{
    public void Configure(EntityTypeBuilder<CreditNoteLine> builder)
    {
        builder.ToTable("CreditNoteLines");
        builder.HasKey(line => new { line.CreditNoteId, line.No });
        builder.Property(line => line.Text).HasMaxLength(200);
        builder.Property(line => line.SubscriptionNumber).HasMaxLength(40);
        builder.Property(line => line.TaxCode).HasMaxLength(20);
    }
}
