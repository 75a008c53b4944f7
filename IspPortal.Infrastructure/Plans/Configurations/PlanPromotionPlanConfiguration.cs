using IspPortal.Core.Plans;
using IspPortal.Core.Plans.Offers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Plans.Configurations;

internal sealed class PlanPromotionPlanConfiguration : IEntityTypeConfiguration<PlanPromotionPlan>
{
    public void Configure(EntityTypeBuilder<PlanPromotionPlan> builder)
    {
        builder.ToTable("PlanPromotionPlans");
        builder.HasKey(link => new { link.PromotionId, link.PlanId });
        builder.HasOne<PlanPromotion>().WithMany().HasForeignKey(link => link.PromotionId);
        builder.HasOne<ServicePlan>().WithMany().HasForeignKey(link => link.PlanId);
    }
}
