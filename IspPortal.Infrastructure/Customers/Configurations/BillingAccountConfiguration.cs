using IspPortal.Core.Customers;
using IspPortal.Core.Customers.BillingAccounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Customers.Configurations;

internal sealed class BillingAccountConfiguration : IEntityTypeConfiguration<BillingAccount>
{
    public void Configure(EntityTypeBuilder<BillingAccount> builder)
    {
        builder.ToTable("BillingAccounts");
        builder.HasKey(account => account.Id);
        builder.Property(account => account.Id).ValueGeneratedNever();
        builder.Property(account => account.Number).HasMaxLength(32);
        builder.Property(account => account.Address).HasMaxLength(500);
        builder.Property(account => account.PaymentNotes).HasMaxLength(500);
        builder.HasIndex(account => account.Number).IsUnique();
        builder.HasIndex(account => account.CustomerId);
        builder.HasIndex(account => account.SearchKey);
    }
}
