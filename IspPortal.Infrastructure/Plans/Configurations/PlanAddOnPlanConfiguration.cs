using IspPortal.Core.Plans;
using IspPortal.Core.Plans.Offers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Plans.Configurations;

internal sealed class PlanAddOnPlanConfiguration : IEntityTypeConfiguration<PlanAddOnPlan>
{
    public void Configure(EntityTypeBuilder<PlanAddOnPlan> builder)
    {
        builder.ToTable("PlanAddOnPlans");
        builder.HasKey(link => new { link.AddOnId, link.PlanId });
        builder.HasOne<PlanAddOn>().WithMany().HasForeignKey(link => link.AddOnId);
        builder.HasOne<ServicePlan>().WithMany().HasForeignKey(link => link.PlanId);
    }
}
