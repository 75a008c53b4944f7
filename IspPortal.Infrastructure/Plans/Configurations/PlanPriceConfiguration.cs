using IspPortal.Core.Plans;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Plans.Configurations;

internal sealed class PlanPriceConfiguration : IEntityTypeConfiguration<PlanPrice>
{
    public void Configure(EntityTypeBuilder<PlanPrice> builder)
    {
        builder.ToTable("PlanPrices");
        builder.HasKey(price => price.Id);
        builder.Property(price => price.Id).ValueGeneratedNever();
        builder.Property(price => price.Reason).HasMaxLength(500);
        builder.Ignore(price => price.Terms);
        builder.HasIndex(price => new { price.PlanId, price.ValidFromOn }).IsUnique();
        builder.HasOne<ServicePlan>().WithMany().HasForeignKey(price => price.PlanId);
    }
}
