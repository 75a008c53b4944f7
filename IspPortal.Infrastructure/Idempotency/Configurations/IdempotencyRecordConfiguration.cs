using IspPortal.Core.Common.Idempotency;
using IspPortal.Infrastructure.Persistence.Conventions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Idempotency.Configurations;

internal sealed class IdempotencyRecordConfiguration : IEntityTypeConfiguration<IdempotencyRecord>
{
    public void Configure(EntityTypeBuilder<IdempotencyRecord> builder)
    {
        builder.ToTable("idempotency_records");
        builder.Property(record => record.Id).ValueGeneratedNever();
        builder.Property(record => record.Caller).HasMaxLength(128);
        builder.Property(record => record.KeyHash).HasMaxLength(64);
        builder.Property(record => record.BodyHash).HasMaxLength(64);
        builder.Property(record => record.Operation).HasMaxLength(400);
        builder.Property(record => record.Location).HasMaxLength(400);
        // An answer may hold a password that is shown once.
        builder.Property(record => record.Body).IsSecret();
        builder.HasIndex(record => new { record.Caller, record.KeyHash }).IsUnique();
        builder.HasIndex(record => record.CreatedAtUtc);
    }
}
