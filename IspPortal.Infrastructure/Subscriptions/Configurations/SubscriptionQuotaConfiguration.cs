using IspPortal.Core.Network.Access;
using IspPortal.Core.Subscriptions;
using IspPortal.Core.Subscriptions.Quota;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Subscriptions.Configurations;

internal sealed class SubscriptionQuotaConfiguration : IEntityTypeConfiguration<SubscriptionQuota>
{
    public void Configure(EntityTypeBuilder<SubscriptionQuota> builder)
    {
        builder.ToTable("SubscriptionQuotas");
        builder.HasKey(quota => new { quota.SubscriptionId, quota.FromOn });
        builder.Property(quota => quota.Action).HasMaxLength(24);
        builder.Ignore(quota => quota.AllowedBytes);
        builder.Ignore(quota => quota.Period);
        // The few that are not closed are looked for among the many that are.
        builder.HasIndex(quota => new { quota.ClosedAtUtc, quota.SubscriptionId });
        builder.HasOne<Subscription>().WithMany().HasForeignKey(quota => quota.SubscriptionId);
        builder.HasOne<AccessAccount>().WithMany().HasForeignKey(quota => quota.AccessId);
    }
}
