using IspPortal.Core.Plans.Campaigns;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Plans.Configurations;

internal sealed class SpeedCampaignConfiguration : IEntityTypeConfiguration<SpeedCampaign>
{
    public void Configure(EntityTypeBuilder<SpeedCampaign> builder)
    {
        builder.ToTable("SpeedCampaigns");
        builder.HasKey(campaign => campaign.Id);
        builder.Property(campaign => campaign.Id).ValueGeneratedNever();
        builder.Property(campaign => campaign.Name).HasMaxLength(80);
        builder.Property(campaign => campaign.Reason).HasMaxLength(500);
        builder.Ignore(campaign => campaign.Kicks);
        builder.HasIndex(campaign => new { campaign.State, campaign.StartsAtUtc });
    }
}
