using IspPortal.Core.Plans.Offers;
using IspPortal.Core.Subscriptions;
using IspPortal.Core.Subscriptions.Offers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Subscriptions.Configurations;

internal sealed class SubscriptionAddOnConfiguration : IEntityTypeConfiguration<SubscriptionAddOn>
{
    public void Configure(EntityTypeBuilder<SubscriptionAddOn> builder)
    {
        builder.ToTable("SubscriptionAddOns");
        builder.HasKey(addOn => addOn.Id);
        builder.Property(addOn => addOn.Id).ValueGeneratedNever();
        builder.Property(addOn => addOn.CreatedBy).HasMaxLength(128);
        builder.Ignore(addOn => addOn.Total);
        builder.HasIndex(addOn => new { addOn.SubscriptionId, addOn.FromOn });
        builder.HasOne<Subscription>().WithMany().HasForeignKey(addOn => addOn.SubscriptionId);
        builder.HasOne<PlanAddOn>().WithMany().HasForeignKey(addOn => addOn.AddOnId);
    }
}
