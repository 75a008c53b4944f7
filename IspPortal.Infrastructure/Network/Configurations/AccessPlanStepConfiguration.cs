using IspPortal.Core.Network.Provisioning;
using IspPortal.Infrastructure.Persistence.Conventions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Network.Configurations;

internal sealed class AccessPlanStepConfiguration : IEntityTypeConfiguration<AccessPlanStepRecord>
{
    public void Configure(EntityTypeBuilder<AccessPlanStepRecord> builder)
    {
        builder.ToTable("AccessPlanSteps");
        builder.HasKey(step => new { step.PlanId, step.RouterId, step.Number });
        builder.Property(step => step.BeforeJson).HasMaxLength(64_000);
        builder.Property(step => step.AfterJson).HasMaxLength(64_000);
        builder.Property(step => step.PasswordBefore).IsSecret();
        builder.Property(step => step.PasswordAfter).IsSecret();
        builder.Property(step => step.Answer).HasMaxLength(1000);
        builder.Property(step => step.Key).HasMaxLength(512);
        builder.HasIndex(step => step.AccessId);
        builder.HasIndex(step => new { step.PlanId, step.RouterId, step.State });
        builder.HasOne<AccessPlanRouter>().WithMany().HasForeignKey(step => new { step.PlanId, step.RouterId });
    }
}
