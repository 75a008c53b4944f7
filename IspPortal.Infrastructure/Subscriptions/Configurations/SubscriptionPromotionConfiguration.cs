using IspPortal.Core.Plans.Offers;
using IspPortal.Core.Subscriptions;
using IspPortal.Core.Subscriptions.Offers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Subscriptions.Configurations;

internal sealed class SubscriptionPromotionConfiguration : IEntityTypeConfiguration<SubscriptionPromotion>
{
    public void Configure(EntityTypeBuilder<SubscriptionPromotion> builder)
    {
        builder.ToTable("SubscriptionPromotions");
        builder.HasKey(promotion => promotion.Id);
        builder.Property(promotion => promotion.Id).ValueGeneratedNever();
        builder.Property(promotion => promotion.Name).HasMaxLength(80);
        builder.Property(promotion => promotion.CreatedBy).HasMaxLength(128);
        builder.HasIndex(promotion => new { promotion.SubscriptionId, promotion.FromOn });
        builder.HasOne<Subscription>().WithMany().HasForeignKey(promotion => promotion.SubscriptionId);
        builder.HasOne<PlanPromotion>().WithMany().HasForeignKey(promotion => promotion.PromotionId);
    }
}
