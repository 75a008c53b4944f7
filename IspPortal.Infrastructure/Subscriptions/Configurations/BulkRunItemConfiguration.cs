using IspPortal.Core.Subscriptions;
using IspPortal.Core.Subscriptions.Bulk;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Subscriptions.Configurations;

internal sealed class BulkRunItemConfiguration : IEntityTypeConfiguration<BulkRunItem>
{
    public void Configure(EntityTypeBuilder<BulkRunItem> builder)
    {
        builder.ToTable("BulkRunItems");
        builder.HasKey(item => new { item.RunId, item.Place });
        builder.Property(item => item.State).HasMaxLength(16);
        builder.HasIndex(item => new { item.RunId, item.State, item.Place });
        builder.HasOne<BulkRun>().WithMany().HasForeignKey(item => item.RunId);
        builder.HasOne<Subscription>().WithMany().HasForeignKey(item => item.SubscriptionId);
    }
}
