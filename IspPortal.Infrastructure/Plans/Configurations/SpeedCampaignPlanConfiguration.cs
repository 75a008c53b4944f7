using IspPortal.Core.Plans;
using IspPortal.Core.Plans.Campaigns;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Plans.Configurations;

internal sealed class SpeedCampaignPlanConfiguration : IEntityTypeConfiguration<SpeedCampaignPlan>
{
    public void Configure(EntityTypeBuilder<SpeedCampaignPlan> builder)
    {
        builder.ToTable("SpeedCampaignPlans");
        builder.HasKey(link => new { link.CampaignId, link.PlanId });
        builder.HasOne<SpeedCampaign>().WithMany().HasForeignKey(link => link.CampaignId);
        builder.HasOne<ServicePlan>().WithMany().HasForeignKey(link => link.PlanId);
    }
}
