using IspPortal.Core.Subscriptions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Subscriptions.Configurations;

internal sealed class SubscriptionPauseConfiguration : IEntityTypeConfiguration<SubscriptionPause>
{
    public void Configure(EntityTypeBuilder<SubscriptionPause> builder)
    {
        builder.ToTable("SubscriptionPauses");
        builder.HasKey(pause => pause.Id);
        builder.Property(pause => pause.Id).ValueGeneratedNever();
        builder.Property(pause => pause.State).HasMaxLength(16);
        builder.Property(pause => pause.Reason).HasMaxLength(500);
        builder.HasIndex(pause => pause.SubscriptionId);
        builder.HasOne<Subscription>().WithMany().HasForeignKey(pause => pause.SubscriptionId);
    }
}
