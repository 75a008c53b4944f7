using IspPortal.Core.Subscriptions.Bulk;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Subscriptions.Configurations;

internal sealed class BulkRunConfiguration : IEntityTypeConfiguration<BulkRun>
{
    public void Configure(EntityTypeBuilder<BulkRun> builder)
    {
        builder.ToTable("BulkRuns");
        builder.HasKey(run => run.Id);
        builder.Property(run => run.Id).ValueGeneratedNever();
        builder.Property(run => run.Kind).HasMaxLength(16);
        builder.Property(run => run.State).HasMaxLength(16);
        builder.Property(run => run.Reason).HasMaxLength(500);
        builder.Ignore(run => run.Kicks);
        builder.HasIndex(run => run.State);
        builder.HasIndex(run => run.CreatedAtUtc);
    }
}
