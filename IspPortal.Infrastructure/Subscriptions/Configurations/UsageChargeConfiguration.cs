using IspPortal.Core.Subscriptions;
using IspPortal.Core.Subscriptions.Quota;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Subscriptions.Configurations;

internal sealed class UsageChargeConfiguration : IEntityTypeConfiguration<UsageCharge>
{
    public void Configure(EntityTypeBuilder<UsageCharge> builder)
    {
        builder.ToTable("UsageCharges");
        builder.HasKey(charge => charge.Id);
        builder.Property(charge => charge.Id).ValueGeneratedNever();
        builder.HasIndex(charge => new { charge.SubscriptionId, charge.PeriodFromOn }).IsUnique();
        builder.HasOne<Subscription>().WithMany().HasForeignKey(charge => charge.SubscriptionId);
    }
}
