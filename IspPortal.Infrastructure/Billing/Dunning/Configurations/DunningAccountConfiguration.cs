using IspPortal.Core.Billing.Dunning;
using IspPortal.Core.Customers.BillingAccounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Billing.Dunning.Configurations;

internal sealed class DunningAccountConfiguration : IEntityTypeConfiguration<DunningAccount>
{
    public void Configure(EntityTypeBuilder<DunningAccount> builder)
    {
        builder.ToTable("DunningAccounts");
        builder.HasKey(account => account.BillingAccountId);
        builder.Property(account => account.BillingAccountId).ValueGeneratedNever();
        builder.Property(account => account.Stage).HasMaxLength(16);
        builder.Property(account => account.Obstacle).HasMaxLength(16);
        builder.Property(account => account.FeeWaivedBecause).HasMaxLength(500);
        builder.HasIndex(account => new { account.Stage, account.OldestDueOn });
        builder.HasIndex(account => account.IsolatedRunId);
        builder.HasOne<BillingAccount>().WithOne().HasForeignKey<DunningAccount>(account => account.BillingAccountId);
        builder.HasOne<IsolirRun>().WithMany().HasForeignKey(account => account.IsolatedRunId);
    }
}
