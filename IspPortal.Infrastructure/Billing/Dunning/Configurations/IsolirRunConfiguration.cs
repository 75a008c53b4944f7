using IspPortal.Core.Billing.Dunning;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Billing.Dunning.Configurations;

internal sealed class IsolirRunConfiguration : IEntityTypeConfiguration<IsolirRun>
{
    public void Configure(EntityTypeBuilder<IsolirRun> builder)
    {
        builder.ToTable("IsolirRuns");
        builder.HasKey(run => run.Id);
        builder.Property(run => run.Id).ValueGeneratedNever();
        builder.Property(run => run.Number).HasMaxLength(40);
        builder.Property(run => run.DayKey).HasMaxLength(40);
        builder.Property(run => run.Kind).HasMaxLength(16);
        builder.Property(run => run.State).HasMaxLength(16);
        builder.Property(run => run.LimitReason).HasMaxLength(500);
        builder.Property(run => run.UndoReason).HasMaxLength(500);
        builder.Property(run => run.CreatedBy).HasMaxLength(200);
        builder.Property(run => run.ApprovedBy).HasMaxLength(200);
        builder.Property(run => run.UndoneBy).HasMaxLength(200);
        builder.HasIndex(run => run.Number).IsUnique();
        builder.HasIndex(run => run.DayKey).IsUnique();
        builder.HasIndex(run => run.On);
        builder.HasIndex(run => new { run.State, run.CreatedAtUtc });
        builder.HasIndex(run => run.CreatedAtUtc);
    }
}
