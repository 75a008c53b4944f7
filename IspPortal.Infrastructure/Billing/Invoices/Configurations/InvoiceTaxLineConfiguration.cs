using IspPortal.Core.Billing.Invoices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Billing.Invoices.Configurations;

internal sealed class InvoiceTaxLineConfiguration : IEntityTypeConfiguration<InvoiceTaxLine>
{
    public void Configure(EntityTypeBuilder<InvoiceTaxLine> builder)
    {
        builder.ToTable("InvoiceTaxLines");
        builder.HasKey(line => new { line.InvoiceId, line.Code });
        builder.Property(line => line.Code).HasMaxLength(20);
        builder.Property(line => line.Name).HasMaxLength(60);
        builder.Property(line => line.Mode).HasMaxLength(16);
    }
}
