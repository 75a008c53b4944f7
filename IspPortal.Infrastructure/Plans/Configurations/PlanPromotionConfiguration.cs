using IspPortal.Core.Plans.Offers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Plans.Configurations;

internal sealed class PlanPromotionConfiguration : IEntityTypeConfiguration<PlanPromotion>
{
    public void Configure(EntityTypeBuilder<PlanPromotion> builder)
    {
        builder.ToTable("PlanPromotions");
        builder.HasKey(promotion => promotion.Id);
        builder.Property(promotion => promotion.Id).ValueGeneratedNever();
        builder.Property(promotion => promotion.Name).HasMaxLength(80);
        builder.Property(promotion => promotion.Coupon).HasMaxLength(40);
        builder.Property(promotion => promotion.Description).HasMaxLength(500);
        builder.HasIndex(promotion => promotion.Coupon).IsUnique();
        builder.HasIndex(promotion => promotion.ValidFromOn);
    }
}
