using IspPortal.Core.Billing.Dunning;
using IspPortal.Core.Customers.BillingAccounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Billing.Dunning.Configurations;

internal sealed class DunningEntryConfiguration : IEntityTypeConfiguration<DunningEntry>
{
    public void Configure(EntityTypeBuilder<DunningEntry> builder)
    {
        builder.ToTable("DunningEntries");
        builder.HasKey(entry => entry.Id);
        builder.Property(entry => entry.Id).ValueGeneratedNever();
        builder.Property(entry => entry.Kind).HasMaxLength(20);
        builder.Property(entry => entry.Detail).HasMaxLength(500);
        builder.Property(entry => entry.ActorName).HasMaxLength(200);
        builder.HasIndex(entry => new { entry.BillingAccountId, entry.AtUtc });
        builder.HasOne<BillingAccount>().WithMany().HasForeignKey(entry => entry.BillingAccountId);
    }
}
