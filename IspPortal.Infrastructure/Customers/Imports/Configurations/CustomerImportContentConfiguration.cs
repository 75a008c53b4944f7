using IspPortal.Core.Customers.Imports;
using IspPortal.Infrastructure.Persistence.Conventions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Customers.Imports.Configurations;

internal sealed class CustomerImportContentConfiguration : IEntityTypeConfiguration<CustomerImportContent>
{
    public void Configure(EntityTypeBuilder<CustomerImportContent> builder)
    {
        builder.ToTable("CustomerImportContents");
        builder.HasKey(content => content.ImportId);
        builder.Property(content => content.ImportId).ValueGeneratedNever();
        builder.Property(content => content.Preview).IsSecret();
        builder.HasOne<CustomerImport>().WithOne().HasForeignKey<CustomerImportContent>(content => content.ImportId);
    }
}
