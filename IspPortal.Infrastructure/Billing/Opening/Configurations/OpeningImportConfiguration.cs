using IspPortal.Core.Billing.Opening;
using IspPortal.Infrastructure.Persistence.Conventions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Billing.Opening.Configurations;

internal sealed class OpeningImportConfiguration : IEntityTypeConfiguration<OpeningImport>
{
    public void Configure(EntityTypeBuilder<OpeningImport> builder)
    {
        builder.ToTable("OpeningImports");
        builder.HasKey(import => import.Id);
        builder.Property(import => import.Id).ValueGeneratedNever();
        builder.Property(import => import.FileName).HasMaxLength(200);
        builder.Property(import => import.State).HasMaxLength(16);
        builder.Property(import => import.Headings).IsLongText();
        builder.Property(import => import.CreatedBy).HasMaxLength(200);
        builder.Property(import => import.BookedBy).HasMaxLength(200);
        builder.Property(import => import.UndoneBy).HasMaxLength(200);
        builder.Property(import => import.UndoReason).HasMaxLength(500);
        builder.HasIndex(import => import.CreatedAtUtc);
    }
}
