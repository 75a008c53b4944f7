using IspPortal.Core.Billing.Ledger;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Billing.Ledger.Configurations;

internal sealed class DayClosingTotalConfiguration : IEntityTypeConfiguration<DayClosingTotal>
{
    public void Configure(EntityTypeBuilder<DayClosingTotal> builder)
    {
        builder.ToTable("DayClosingTotals");
        builder.HasKey(total => total.Id);
        builder.Property(total => total.Id).ValueGeneratedNever();
        builder.Property(total => total.SubAccount).HasMaxLength(LedgerPosting.LongestSubAccount);
        builder.HasIndex(total => new { total.ClosingId, total.Account, total.SubAccount }).IsUnique();
    }
}
