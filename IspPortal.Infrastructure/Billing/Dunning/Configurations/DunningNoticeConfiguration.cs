using IspPortal.Core.Billing.Dunning;
using IspPortal.Core.Billing.Invoices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Billing.Dunning.Configurations;

internal sealed class DunningNoticeConfiguration : IEntityTypeConfiguration<DunningNotice>
{
    public void Configure(EntityTypeBuilder<DunningNotice> builder)
    {
        builder.ToTable("DunningNotices");
        builder.HasKey(notice => new { notice.InvoiceId, notice.Step });
        builder.Property(notice => notice.Step).HasMaxLength(20);
        builder.HasIndex(notice => new { notice.IsWaiting, notice.QueuedAtUtc });
        builder.HasOne<Invoice>().WithMany().HasForeignKey(notice => notice.InvoiceId);
    }
}
