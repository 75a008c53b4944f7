using IspPortal.Core.Billing.Dunning;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Billing.Dunning.Configurations;

internal sealed class PaymentPromisePartConfiguration : IEntityTypeConfiguration<PaymentPromisePart>
{
    public void Configure(EntityTypeBuilder<PaymentPromisePart> builder)
    {
        builder.ToTable("PaymentPromiseParts");
        builder.HasKey(part => new { part.PromiseId, part.No });
        builder.Property(part => part.No).ValueGeneratedNever();
    }
}
