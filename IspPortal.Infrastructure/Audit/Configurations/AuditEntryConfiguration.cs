using IspPortal.Core.Audit;
using IspPortal.Infrastructure.Persistence.Conventions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Audit.Configurations;

internal sealed class AuditEntryConfiguration : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ToTable("audit_entries");
        builder.Property(entry => entry.Id).ValueGeneratedNever();
        builder.Property(entry => entry.Action).HasMaxLength(64);
        builder.Property(entry => entry.Entity).HasMaxLength(64);
        builder.Property(entry => entry.EntityId).HasMaxLength(128);
        builder.Property(entry => entry.Address).HasMaxLength(64);
        builder.Property(entry => entry.BeforeJson).IsLongText();
        builder.Property(entry => entry.AfterJson).IsLongText();
        builder.HasIndex(entry => entry.AtUtc);
        builder.HasIndex(entry => new { entry.Entity, entry.EntityId, entry.AtUtc });
        builder.HasIndex(entry => new { entry.ActorId, entry.AtUtc });
    }
}
