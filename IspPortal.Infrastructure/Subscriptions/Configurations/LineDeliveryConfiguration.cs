using IspPortal.Core.Subscriptions;
using IspPortal.Core.Subscriptions.Delivery;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Subscriptions.Configurations;

internal sealed class LineDeliveryConfiguration : IEntityTypeConfiguration<LineDelivery>
{
    public void Configure(EntityTypeBuilder<LineDelivery> builder)
    {
        builder.ToTable("LineDeliveries");
        builder.HasKey(delivery => delivery.SubscriptionId);
        builder.Property(delivery => delivery.SubscriptionId).ValueGeneratedNever();
        builder.Property(delivery => delivery.State).HasMaxLength(16);
        builder.Property(delivery => delivery.Reason).HasMaxLength(500);
        builder.Property(delivery => delivery.ErrorDetail).HasMaxLength(500);
        builder.Property(delivery => delivery.Revision).IsConcurrencyToken();
        builder.Ignore(delivery => delivery.Kicks);
        builder.HasIndex(delivery => new { delivery.State, delivery.NextTryAtUtc });
        builder.HasIndex(delivery => delivery.PlanId);
        builder.HasIndex(delivery => delivery.BatchId);
        builder.HasOne<Subscription>().WithOne().HasForeignKey<LineDelivery>(delivery => delivery.SubscriptionId);
    }
}
