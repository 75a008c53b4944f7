using IspPortal.Core.Customers;
using IspPortal.Core.Customers.Documents;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Customers.Documents.Configurations;

internal sealed class CustomerDocumentConfiguration : IEntityTypeConfiguration<CustomerDocument>
{
    public void Configure(EntityTypeBuilder<CustomerDocument> builder)
    {
        builder.ToTable("CustomerDocuments");
        builder.HasKey(document => document.Id);
        builder.Property(document => document.Id).ValueGeneratedNever();
        builder.Property(document => document.Kind).HasMaxLength(32);
        builder.Property(document => document.Format).HasMaxLength(8);
        builder.Property(document => document.State).HasMaxLength(16);
        builder.Property(document => document.FileName).HasMaxLength(DocumentWriting.LongestFileName);
        builder.Property(document => document.ContentHash).HasMaxLength(64);
        builder.Property(document => document.Description).HasMaxLength(DocumentWriting.LongestDescription);
        builder.Property(document => document.StateReason).HasMaxLength(CustomerWriting.LongestReason);
        builder.Property(document => document.RemovalReason).HasMaxLength(CustomerWriting.LongestReason);
        builder.HasIndex(document => document.StoredAs).IsUnique();
        builder.HasIndex(document => new { document.CustomerId, document.UploadedAtUtc });
        builder.HasIndex(document => new { document.UploadedAtUtc, document.Id, document.RemovedAtUtc, document.FormerOwnerId });
        builder.HasIndex(document => new { document.ExpiresOn, document.Id, document.RemovedAtUtc, document.FormerOwnerId });
        builder.HasIndex(document => new { document.State, document.UploadedAtUtc, document.Id, document.RemovedAtUtc, document.FormerOwnerId });
        builder.HasOne<Customer>().WithMany().HasForeignKey(document => document.CustomerId);
        builder.HasOne<FormerOwner>().WithMany().HasForeignKey(document => document.FormerOwnerId);
    }
}
