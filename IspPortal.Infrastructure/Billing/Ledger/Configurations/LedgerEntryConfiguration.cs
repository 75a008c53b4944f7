using IspPortal.Core.Billing.Ledger;
using IspPortal.Core.Customers.BillingAccounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Billing.Ledger.Configurations;

internal sealed class LedgerEntryConfiguration : IEntityTypeConfiguration<LedgerEntry>
{
    public void Configure(EntityTypeBuilder<LedgerEntry> builder)
    {
        builder.ToTable("LedgerEntries");
        builder.HasKey(entry => entry.Id);
        builder.Property(entry => entry.Id).ValueGeneratedNever();
        builder.Property(entry => entry.SubAccount).HasMaxLength(LedgerPosting.LongestSubAccount);
        builder.HasIndex(entry => new { entry.PostedOn, entry.Id });
        builder.HasIndex(entry => new { entry.Account, entry.PostedOn, entry.Id });
        builder.HasIndex(entry => new { entry.BillingAccountId, entry.PostedOn, entry.Id });
        builder.HasIndex(entry => entry.InvoiceId);
        builder.HasOne(entry => entry.Transaction).WithMany(transaction => transaction.Entries).HasForeignKey(entry => entry.TransactionId);
        builder.HasOne<BillingAccount>().WithMany().HasForeignKey(entry => entry.BillingAccountId);
    }
}
