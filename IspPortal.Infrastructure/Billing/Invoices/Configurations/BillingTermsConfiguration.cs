using IspPortal.Core.Billing.Invoices;
using IspPortal.Core.Customers.BillingAccounts;
using IspPortal.Infrastructure.Persistence.Conventions;
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
        builder.Property(terms => terms.Npwp).IsSecret();
        builder.Property(terms => terms.Nik).IsSecret();
        builder.Property(terms => terms.Idtku).HasMaxLength(6);
        builder.HasOne<BillingAccount>().WithMany().HasForeignKey(terms => terms.BillingAccountId);
    }
}
