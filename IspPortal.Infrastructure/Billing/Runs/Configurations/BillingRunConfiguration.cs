using IspPortal.Core.Billing.Runs;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Billing.Runs.Configurations;

internal sealed class BillingRunConfiguration : IEntityTypeConfiguration<BillingRun>
{
    public void Configure(EntityTypeBuilder<BillingRun> builder)
    {
        builder.ToTable("BillingRuns");
        builder.HasKey(run => run.Id);
        builder.Property(run => run.Id).ValueGeneratedNever();
        builder.Property(run => run.Number).HasMaxLength(40);
        builder.Property(run => run.State).HasMaxLength(16);
        builder.Property(run => run.LimitReason).HasMaxLength(500);
        builder.Property(run => run.CreatedBy).HasMaxLength(200);
        builder.Property(run => run.ApprovedBy).HasMaxLength(200);
        builder.HasIndex(run => run.Number).IsUnique();
        builder.HasIndex(run => new { run.State, run.CreatedAtUtc });
        builder.HasIndex(run => run.CreatedAtUtc);
    }
}
