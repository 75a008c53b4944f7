using IspPortal.Core.Plans.Offers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Plans.Configurations;

internal sealed class PlanAddOnConfiguration : IEntityTypeConfiguration<PlanAddOn>
{
    public void Configure(EntityTypeBuilder<PlanAddOn> builder)
    {
        builder.ToTable("PlanAddOns");
        builder.HasKey(addOn => addOn.Id);
        builder.Property(addOn => addOn.Id).ValueGeneratedNever();
        builder.Property(addOn => addOn.Code).HasMaxLength(40);
        builder.Property(addOn => addOn.Name).HasMaxLength(80);
        builder.Property(addOn => addOn.Description).HasMaxLength(500);
        builder.Property(addOn => addOn.TaxCode).HasMaxLength(20);
        builder.HasIndex(addOn => addOn.Code).IsUnique();
    }
}
