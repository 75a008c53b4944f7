using IspPortal.Core.Customers;
using IspPortal.Core.Customers.Documents;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Customers.Documents.Configurations;

internal sealed class DocumentHistoryEntryConfiguration : IEntityTypeConfiguration<DocumentHistoryEntry>
{
    public void Configure(EntityTypeBuilder<DocumentHistoryEntry> builder)
    {
        builder.ToTable("CustomerDocumentHistory");
        builder.HasKey(entry => entry.Id);
        builder.Property(entry => entry.Id).ValueGeneratedNever();
        builder.Property(entry => entry.Kind).HasMaxLength(16);
        builder.Property(entry => entry.DocumentKind).HasMaxLength(32);
        builder.Property(entry => entry.Reason).HasMaxLength(CustomerWriting.LongestReason);
        builder.HasIndex(entry => new { entry.CustomerId, entry.AtUtc });
        builder.HasOne<Customer>().WithMany().HasForeignKey(entry => entry.CustomerId);
        builder.HasOne<CustomerDocument>().WithMany().HasForeignKey(entry => entry.DocumentId);
    }
}
