using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Routers;
using IspPortal.Core.Plans;
using IspPortal.Core.Plans.Campaigns;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Plans.Configurations;

internal sealed class SpeedCampaignChangeConfiguration : IEntityTypeConfiguration<SpeedCampaignChange>
{
    public void Configure(EntityTypeBuilder<SpeedCampaignChange> builder)
    {
        builder.ToTable("SpeedCampaignChanges");
        builder.HasKey(change => change.Id);
        builder.Property(change => change.Id).ValueGeneratedNever();
        builder.Property(change => change.Profile).HasMaxLength(64);
        builder.Property(change => change.ErrorCode).HasMaxLength(100);
        builder.HasIndex(change => change.CampaignId);
        builder.HasOne<SpeedCampaign>().WithMany().HasForeignKey(change => change.CampaignId);
        builder.HasOne<ServicePlan>().WithMany().HasForeignKey(change => change.PlanId);
        builder.HasOne<Router>().WithMany().HasForeignKey(change => change.RouterId);
        builder.HasOne<AccessAccount>().WithMany().HasForeignKey(change => change.AccessId);
    }
}
