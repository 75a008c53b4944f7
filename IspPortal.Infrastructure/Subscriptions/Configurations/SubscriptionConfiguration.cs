using IspPortal.Core.Customers;
using IspPortal.Core.Customers.BillingAccounts;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Routers;
using IspPortal.Core.Plans;
using IspPortal.Core.Subscriptions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Subscriptions.Configurations;

internal sealed class SubscriptionConfiguration : IEntityTypeConfiguration<Subscription>
{
    public void Configure(EntityTypeBuilder<Subscription> builder)
    {
        builder.ToTable("Subscriptions");
        builder.HasKey(subscription => subscription.Id);
        builder.Property(subscription => subscription.Id).ValueGeneratedNever();
        builder.Property(subscription => subscription.Number).HasMaxLength(32);
        builder.Property(subscription => subscription.Service).HasMaxLength(16);
        builder.Property(subscription => subscription.Username).HasMaxLength(64);
        builder.Property(subscription => subscription.Status).HasMaxLength(16);
        builder.Property(subscription => subscription.Address).HasMaxLength(500);
        builder.Property(subscription => subscription.Note).HasMaxLength(500);
        builder.Property(subscription => subscription.TerminationReason).HasMaxLength(500);
        builder.Ignore(subscription => subscription.Lifecycle);
        builder.HasIndex(subscription => subscription.Number).IsUnique();
        builder.HasIndex(subscription => subscription.AccessId).IsUnique();
        builder.HasIndex(subscription => subscription.CustomerId);
        builder.HasIndex(subscription => subscription.BillingAccountId);
        // What is filtered comes first and the usual order behind it: pages are read in order, counts from the index alone.
        builder.HasIndex(subscription => new { subscription.Status, subscription.Number });
        builder.HasIndex(subscription => new { subscription.PlanId, subscription.Number, subscription.Status });
        builder.HasIndex(subscription => new { subscription.RouterId, subscription.Number, subscription.Status });
        // Who is on a plan, where and at which price, is counted without reading the rows.
        builder.HasIndex(subscription => new { subscription.PlanId, subscription.RouterId, subscription.Status, subscription.IsTrial, subscription.Price });
        builder.HasIndex(subscription => new { subscription.IsTrial, subscription.Number, subscription.Status });
        builder.HasIndex(subscription => subscription.NightPercent);
        builder.HasIndex(subscription => new { subscription.Username, subscription.Id });
        builder.HasIndex(subscription => new { subscription.StartsOn, subscription.Id });
        builder.HasIndex(subscription => new { subscription.EndsOn, subscription.Id, subscription.Status });
        builder.HasIndex(subscription => new { subscription.UpdatedAtUtc, subscription.Id });
        builder.HasOne<Customer>().WithMany().HasForeignKey(subscription => subscription.CustomerId);
        builder.HasOne<BillingAccount>().WithMany().HasForeignKey(subscription => subscription.BillingAccountId);
        builder.HasOne<AccessAccount>().WithOne().HasForeignKey<Subscription>(subscription => subscription.AccessId);
        builder.HasOne<ServicePlan>().WithMany().HasForeignKey(subscription => subscription.PlanId);
        builder.HasOne<PlanPrice>().WithMany().HasForeignKey(subscription => subscription.PriceId);
        builder.HasOne<Router>().WithMany().HasForeignKey(subscription => subscription.RouterId);
    }
}
