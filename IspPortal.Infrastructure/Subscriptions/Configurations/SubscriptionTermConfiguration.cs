using IspPortal.Core.Plans;
using IspPortal.Core.Subscriptions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Subscriptions.Configurations;

internal sealed class SubscriptionTermConfiguration : IEntityTypeConfiguration<SubscriptionTerm>
{
    public void Configure(EntityTypeBuilder<SubscriptionTerm> builder)
    {
        builder.ToTable("SubscriptionTerms");
        builder.HasKey(term => new { term.SubscriptionId, term.FromOn });
        builder.HasOne<Subscription>().WithMany().HasForeignKey(term => term.SubscriptionId);
        builder.HasOne<ServicePlan>().WithMany().HasForeignKey(term => term.PlanId);
        builder.HasOne<PlanPrice>().WithMany().HasForeignKey(term => term.PriceId);
    }
}
