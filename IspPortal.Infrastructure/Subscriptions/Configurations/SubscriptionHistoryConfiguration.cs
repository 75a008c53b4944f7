using IspPortal.Core.Subscriptions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Subscriptions.Configurations;

internal sealed class SubscriptionHistoryConfiguration : IEntityTypeConfiguration<SubscriptionHistoryEntry>
{
    public void Configure(EntityTypeBuilder<SubscriptionHistoryEntry> builder)
    {
        builder.ToTable("SubscriptionHistory");
        builder.HasKey(entry => entry.Id);
        builder.Property(entry => entry.Id).ValueGeneratedNever();
        builder.Property(entry => entry.Kind).HasMaxLength(24);
        builder.Property(entry => entry.Reason).HasMaxLength(500);
        builder.HasIndex(entry => new { entry.SubscriptionId, entry.AtUtc });
        builder.HasIndex(entry => new { entry.CustomerId, entry.AtUtc });
        builder.HasOne<Subscription>().WithMany().HasForeignKey(entry => entry.SubscriptionId);
    }
}
