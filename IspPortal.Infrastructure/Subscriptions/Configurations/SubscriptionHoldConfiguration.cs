using IspPortal.Core.Subscriptions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Subscriptions.Configurations;

internal sealed class SubscriptionHoldConfiguration : IEntityTypeConfiguration<SubscriptionHold>
{
    public void Configure(EntityTypeBuilder<SubscriptionHold> builder)
    {
        builder.ToTable("SubscriptionHolds");
        builder.HasKey(hold => new { hold.SubscriptionId, hold.Kind });
        builder.Property(hold => hold.Kind).HasMaxLength(16);
        builder.Property(hold => hold.Reason).HasMaxLength(500);
        builder.HasOne<Subscription>().WithMany().HasForeignKey(hold => hold.SubscriptionId);
    }
}
