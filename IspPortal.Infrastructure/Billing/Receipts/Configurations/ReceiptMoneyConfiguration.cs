using IspPortal.Core.Billing.Ledger;
using IspPortal.Core.Billing.Receipts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Billing.Receipts.Configurations;

internal sealed class ReceiptMoneyConfiguration : IEntityTypeConfiguration<ReceiptMoney>
{
    public void Configure(EntityTypeBuilder<ReceiptMoney> builder)
    {
        builder.ToTable("ReceiptMoney");
        builder.HasKey(part => new { part.ReceiptId, part.No });
        builder.Property(part => part.Method).HasMaxLength(16);
        builder.Property(part => part.Place).HasMaxLength(LedgerPosting.LongestSubAccount);
    }
}
