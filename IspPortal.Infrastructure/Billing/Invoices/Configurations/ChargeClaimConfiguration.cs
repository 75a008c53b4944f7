using IspPortal.Core.Billing.Invoices;
using IspPortal.Core.Billing.Generator;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Billing.Invoices.Configurations;

internal sealed class ChargeClaimConfiguration : IEntityTypeConfiguration<ChargeClaim>
{
    public void Configure(EntityTypeBuilder<ChargeClaim> builder)
    {
        builder.ToTable("ChargeClaims");
        builder.HasKey(claim => new { claim.OwnerId, claim.ChargeKey });
        builder.Property(claim => claim.ChargeKey).HasMaxLength(BillLine.ChargeKeyLength);
        builder.HasIndex(claim => new { claim.InvoiceId, claim.LineNo });
        builder.HasOne<Invoice>().WithMany().HasForeignKey(claim => claim.InvoiceId);
    }
}
