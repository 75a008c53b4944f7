using IspPortal.Core.Billing.Dunning;
using IspPortal.Core.Customers.BillingAccounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Billing.Dunning.Configurations;

internal sealed class DunningTermsConfiguration : IEntityTypeConfiguration<DunningTerms>
{
    public void Configure(EntityTypeBuilder<DunningTerms> builder)
    {
        builder.ToTable("DunningTerms");
        builder.HasKey(terms => terms.BillingAccountId);
        builder.Property(terms => terms.BillingAccountId).ValueGeneratedNever();
        builder.Property(terms => terms.Reason).HasMaxLength(500);
        builder.Property(terms => terms.CreatedBy).HasMaxLength(200);
        builder.HasOne<BillingAccount>().WithOne().HasForeignKey<DunningTerms>(terms => terms.BillingAccountId);
    }
}
