using IspPortal.Core.Customers;
using IspPortal.Core.Customers.Imports;
using IspPortal.Infrastructure.Persistence.Conventions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Customers.Imports.Configurations;

internal sealed class CustomerImportLineConfiguration : IEntityTypeConfiguration<CustomerImportLine>
{
    public void Configure(EntityTypeBuilder<CustomerImportLine> builder)
    {
        builder.ToTable("CustomerImportLines");
        builder.HasKey(line => new { line.ImportId, line.Number });
        builder.Property(line => line.Verdict).HasMaxLength(16);
        builder.Property(line => line.Match).HasMaxLength(16);
        builder.Property(line => line.Name).HasMaxLength(CustomerImportLine.MaxName);
        builder.Property(line => line.Phone).HasMaxLength(CustomerImportLine.MaxPhone);
        builder.Property(line => line.ExternalCode).HasMaxLength(SaveCustomerRequestValidator.MaxExternalCode);
        builder.Property(line => line.SearchKey).HasMaxLength(CustomerImportLine.MaxKey);
        builder.Property(line => line.Problems).IsLongText();
        // Of two that make the same row, the second finds it made.
        builder.Property(line => line.CustomerId).IsConcurrencyToken();
        builder.HasIndex(line => new { line.ImportId, line.Verdict, line.Number });
        builder.HasIndex(line => line.CustomerId);
        builder.HasIndex(line => line.OtherId);
        builder.HasOne<CustomerImport>().WithMany().HasForeignKey(line => line.ImportId);
        builder.HasOne<Customer>().WithMany().HasForeignKey(line => line.CustomerId);
        builder.HasOne<Customer>().WithMany().HasForeignKey(line => line.OtherId);
    }
}
