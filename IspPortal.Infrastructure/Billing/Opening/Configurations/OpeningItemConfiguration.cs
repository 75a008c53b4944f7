using IspPortal.Core.Billing.Opening;
using IspPortal.Infrastructure.Persistence.Conventions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Billing.Opening.Configurations;

internal sealed class OpeningItemConfiguration : IEntityTypeConfiguration<OpeningItem>
{
    public void Configure(EntityTypeBuilder<OpeningItem> builder)
    {
        builder.ToTable("OpeningItems");
        builder.HasKey(item => new { item.ImportId, item.Row });
        builder.Property(item => item.Kind).HasMaxLength(16);
        builder.Property(item => item.Verdict).HasMaxLength(16);
        builder.Property(item => item.Key).HasMaxLength(OpeningItem.LongestKey);
        builder.Property(item => item.BookedKey).HasMaxLength(OpeningItem.LongestKey);
        builder.Property(item => item.Says).HasMaxLength(OpeningItem.LongestSays);
        builder.Property(item => item.Subject).HasMaxLength(OpeningRowReader.LongestText);
        builder.Property(item => item.Number).HasMaxLength(OpeningRowReader.LongestNumber);
        builder.Property(item => item.Place).HasMaxLength(OpeningRowReader.LongestText);
        builder.Property(item => item.Note).HasMaxLength(OpeningRowReader.LongestNote);
        builder.Property(item => item.Cells).IsLongText();
        builder.Property(item => item.Problems).IsLongText();
        builder.Property(item => item.SearchKey).HasMaxLength(320);
        builder.HasIndex(item => item.BookedKey).IsUnique();
        builder.HasIndex(item => new { item.ImportId, item.Verdict, item.Row });
        builder.HasIndex(item => new { item.SubscriptionId, item.Verdict });
        builder.HasIndex(item => item.InvoiceId);
        builder.HasOne<OpeningImport>().WithMany().HasForeignKey(item => item.ImportId);
    }
}
