using IspPortal.Core.Billing.Invoices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Billing.Invoices.Configurations;

internal sealed class DeferredPartConfiguration : IEntityTypeConfiguration<DeferredPart>
{
    public void Configure(EntityTypeBuilder<DeferredPart> builder)
    {
        builder.ToTable("DeferredParts");
        builder.HasKey(part => new { part.InvoiceId, part.LineNo, part.FromOn });
        builder.HasIndex(part => new { part.IsRecognised, part.ToOn });
        builder.HasOne<Invoice>().WithMany().HasForeignKey(part => part.InvoiceId);
    }
}
