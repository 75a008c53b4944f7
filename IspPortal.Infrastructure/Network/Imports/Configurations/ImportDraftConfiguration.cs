using IspPortal.Core.Network.Imports;
using IspPortal.Infrastructure.Persistence.Conventions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Network.Imports.Configurations;

internal sealed class ImportDraftConfiguration : IEntityTypeConfiguration<ImportDraft>
{
    public void Configure(EntityTypeBuilder<ImportDraft> builder)
    {
        builder.ToTable("ImportDrafts");
        builder.HasKey(draft => new { draft.RunId, draft.Number });
        builder.Property(draft => draft.Name).HasMaxLength(128);
        builder.Property(draft => draft.RateLimit).HasMaxLength(200);
        builder.Property(draft => draft.Comment).HasMaxLength(500);
        builder.Property(draft => draft.ProblemDetail).HasMaxLength(300);
        builder.Property(draft => draft.Password).IsSecret();
        builder.Property(draft => draft.CustomerNumber).HasMaxLength(200);
        builder.Property(draft => draft.CustomerName).HasMaxLength(200);
        builder.Property(draft => draft.CustomerPhone).HasMaxLength(200);
        builder.Property(draft => draft.CustomerProfile).HasMaxLength(200);
        builder.Ignore(draft => draft.CanBeTaken);
        builder.HasIndex(draft => new { draft.RunId, draft.Verdict });
        builder.HasIndex(draft => draft.AccessId);
        builder.HasOne<ImportRun>().WithMany().HasForeignKey(draft => draft.RunId);
    }
}
