using IspPortal.Core.Customers.Imports;
using IspPortal.Infrastructure.Persistence;
using IspPortal.Infrastructure.Persistence.Conventions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Customers.Imports.Configurations;

internal sealed class CustomerImportConfiguration : IEntityTypeConfiguration<CustomerImport>
{
    public void Configure(EntityTypeBuilder<CustomerImport> builder)
    {
        builder.ToTable("CustomerImports");
        builder.HasKey(import => import.Id);
        builder.Property(import => import.Id).ValueGeneratedNever();
        builder.Property(import => import.FileName).HasMaxLength(200);
        builder.Property(import => import.HeadingsHash).HasMaxLength(BlindIndex.HashLength);
        builder.Property(import => import.Mapping).IsLongText();
        builder.Property(import => import.StartedFrom).HasMaxLength(64);
        builder.HasIndex(import => import.CreatedAtUtc);
        builder.HasIndex(import => new { import.State, import.StartedAtUtc });
        builder.HasIndex(import => new { import.HeadingsHash, import.CreatedAtUtc });
    }
}
