using IspPortal.Core.Billing.Ledger;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Billing.Ledger.Configurations;

internal sealed class LedgerTransactionConfiguration : IEntityTypeConfiguration<LedgerTransaction>
{
    public void Configure(EntityTypeBuilder<LedgerTransaction> builder)
    {
        builder.ToTable("LedgerTransactions");
        builder.HasKey(transaction => transaction.Id);
        builder.Property(transaction => transaction.Id).ValueGeneratedNever();
        builder.Property(transaction => transaction.Key).HasMaxLength(LedgerPosting.LongestKey);
        builder.Property(transaction => transaction.Reference).HasMaxLength(LedgerPosting.LongestReference);
        builder.Property(transaction => transaction.Note).HasMaxLength(LedgerPosting.LongestNote);
        builder.HasIndex(transaction => transaction.Key).IsUnique();
        builder.HasIndex(transaction => transaction.Reference);
        builder.HasIndex(transaction => transaction.DocumentId);
    }
}
