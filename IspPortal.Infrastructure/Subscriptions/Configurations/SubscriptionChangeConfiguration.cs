using IspPortal.Core.Subscriptions;
using IspPortal.Core.Subscriptions.Changes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Subscriptions.Configurations;

internal sealed class SubscriptionChangeConfiguration : IEntityTypeConfiguration<SubscriptionChange>
{
    public void Configure(EntityTypeBuilder<SubscriptionChange> builder)
    {
        builder.ToTable("SubscriptionChanges");
        builder.HasKey(change => change.Id);
        builder.Property(change => change.Id).ValueGeneratedNever();
        builder.Property(change => change.Kind).HasMaxLength(16);
        builder.Property(change => change.State).HasMaxLength(16);
        builder.Property(change => change.Reason).HasMaxLength(500);
        builder.HasIndex(change => change.SubscriptionId);
        builder.HasIndex(change => new { change.State, change.DueOn });
        builder.HasOne<Subscription>().WithMany().HasForeignKey(change => change.SubscriptionId);
    }
}
