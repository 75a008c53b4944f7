using IspPortal.Core.Subscriptions;
using IspPortal.Core.Subscriptions.Quota;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Subscriptions.Configurations;

internal sealed class QuotaTopUpConfiguration : IEntityTypeConfiguration<QuotaTopUp>
{
    public void Configure(EntityTypeBuilder<QuotaTopUp> builder)
    {
        builder.ToTable("QuotaTopUps");
        builder.HasKey(topUp => topUp.Id);
        builder.Property(topUp => topUp.Id).ValueGeneratedNever();
        builder.Property(topUp => topUp.Reason).HasMaxLength(500);
        builder.Property(topUp => topUp.CreatedBy).HasMaxLength(128);
        builder.HasIndex(topUp => new { topUp.SubscriptionId, topUp.CreatedAtUtc });
        builder.HasOne<Subscription>().WithMany().HasForeignKey(topUp => topUp.SubscriptionId);
    }
}
