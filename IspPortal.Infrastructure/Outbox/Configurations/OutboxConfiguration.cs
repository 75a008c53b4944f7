using IspPortal.Core.Common.Events;
using IspPortal.Infrastructure.Persistence.Conventions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Outbox.Configurations;

internal sealed class OutboxConfiguration : IEntityTypeConfiguration<OutboxEvent>, IEntityTypeConfiguration<OutboxDelivery>
{
    public void Configure(EntityTypeBuilder<OutboxEvent> builder)
    {
        builder.ToTable("outbox_events");
        builder.Property(stored => stored.Name).HasMaxLength(128);
        builder.Property(stored => stored.Payload).IsLongText();
        builder.HasMany(stored => stored.Deliveries).WithOne(delivery => delivery.Event).HasForeignKey(delivery => delivery.EventId);
        builder.HasIndex(stored => stored.OccurredAtUtc);
    }

    public void Configure(EntityTypeBuilder<OutboxDelivery> builder)
    {
        builder.ToTable("outbox_deliveries");
        builder.Property(delivery => delivery.Handler).HasMaxLength(128);
        builder.Property(delivery => delivery.LeasedBy).HasMaxLength(128);
        builder.Property(delivery => delivery.LastError).HasMaxLength(2000);
        builder.Property(delivery => delivery.State).HasMaxLength(16);
        builder.HasIndex(delivery => new { delivery.State, delivery.NextAttemptAtUtc });
        builder.HasIndex(delivery => new { delivery.State, delivery.Handler, delivery.AggregateId, delivery.EventId });
        builder.HasIndex(delivery => new { delivery.EventId, delivery.Handler }).IsUnique();
    }
}
