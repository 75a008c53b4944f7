using IspPortal.Core.Billing.Dunning;
using IspPortal.Core.Subscriptions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Billing.Dunning.Configurations;

internal sealed class IsolirRunLineConfiguration : IEntityTypeConfiguration<IsolirRunLine>
{
    public void Configure(EntityTypeBuilder<IsolirRunLine> builder)
    {
        builder.ToTable("IsolirRunLines");
        builder.HasKey(line => new { line.RunId, line.SubscriptionId });
        builder.Property(line => line.State).HasMaxLength(16);
        builder.Property(line => line.Before).HasMaxLength(4_000);
        builder.HasIndex(line => new { line.RunId, line.BillingAccountId });
        builder.HasIndex(line => new { line.State, line.BillingAccountId });
        builder.HasOne<IsolirRun>().WithMany().HasForeignKey(line => line.RunId);
        builder.HasOne<Subscription>().WithMany().HasForeignKey(line => line.SubscriptionId);
    }
}
