using IspPortal.Core.Billing.Invoices;
using IspPortal.Core.Billing.Generator;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Billing.Invoices.Configurations;

internal sealed class InvoiceLineConfiguration : IEntityTypeConfiguration<InvoiceLine>
{
    public void Configure(EntityTypeBuilder<InvoiceLine> builder)
    {
        builder.ToTable("InvoiceLines");
        builder.HasKey(line => new { line.InvoiceId, line.No });
        builder.Property(line => line.Kind).HasMaxLength(16);
        builder.Property(line => line.Rule).HasMaxLength(16);
        builder.Property(line => line.SubscriptionNumber).HasMaxLength(40);
        builder.Property(line => line.Text).HasMaxLength(200);
        builder.Property(line => line.TaxCode).HasMaxLength(20);
        builder.Property(line => line.ChargeKey).HasMaxLength(BillLine.ChargeKeyLength);
        builder.Property(line => line.CorrectsKey).HasMaxLength(BillLine.ChargeKeyLength);
        builder.HasIndex(line => new { line.SubscriptionId, line.ToOn });
    }
}
