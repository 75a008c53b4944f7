using IspPortal.Core.Billing.Invoices;
using IspPortal.Core.Customers.BillingAccounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Billing.Invoices.Configurations;

internal sealed class BillingTermsConfiguration : IEntityTypeConfiguration<BillingTerms>
{
    public void Configure(EntityTypeBuilder<BillingTerms> builder)
    {
        builder.ToTable("BillingTerms");
        builder.HasKey(terms => terms.BillingAccountId);
        builder.Property(terms => terms.BillingAccountId).ValueGeneratedNever();
        builder.Property(terms => terms.Tax).HasMaxLength(16);
        builder.HasOne<BillingAccount>().WithMany().HasForeignKey(terms => terms.BillingAccountId);
    }
}
