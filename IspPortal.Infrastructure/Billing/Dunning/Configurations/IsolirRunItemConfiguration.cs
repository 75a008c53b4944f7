using IspPortal.Core.Billing.Dunning;
using IspPortal.Core.Customers.BillingAccounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Billing.Dunning.Configurations;

internal sealed class IsolirRunItemConfiguration : IEntityTypeConfiguration<IsolirRunItem>
{
    public void Configure(EntityTypeBuilder<IsolirRunItem> builder)
    {
        builder.ToTable("IsolirRunItems");
        builder.HasKey(item => new { item.RunId, item.BillingAccountId });
        builder.Property(item => item.State).HasMaxLength(16);
        builder.Property(item => item.Obstacle).HasMaxLength(16);
        builder.Property(item => item.Detail).HasMaxLength(200);
        builder.HasIndex(item => new { item.RunId, item.State, item.BillingAccountId });
        builder.HasIndex(item => new { item.RunId, item.OverdueMinor, item.BillingAccountId });
        builder.HasOne<IsolirRun>().WithMany().HasForeignKey(item => item.RunId);
        builder.HasOne<BillingAccount>().WithMany().HasForeignKey(item => item.BillingAccountId);
    }
}
