using IspPortal.Core.Billing.Ledger;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Billing.Ledger.Configurations;

internal sealed class DayClosingConfiguration : IEntityTypeConfiguration<DayClosing>
{
    public void Configure(EntityTypeBuilder<DayClosing> builder)
    {
        builder.ToTable("DayClosings");
        builder.HasKey(closing => closing.Id);
        builder.Property(closing => closing.Id).ValueGeneratedNever();
        builder.Property(closing => closing.Note).HasMaxLength(LedgerPosting.LongestNote);
        builder.HasIndex(closing => closing.On).IsUnique();
        builder.HasMany(closing => closing.Totals).WithOne().HasForeignKey(total => total.ClosingId);
    }
}
