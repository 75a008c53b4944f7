using IspPortal.Core.Network.Provisioning;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Network.Configurations;

internal sealed class AccessPlanConfiguration : IEntityTypeConfiguration<AccessPlanRecord>
{
    public void Configure(EntityTypeBuilder<AccessPlanRecord> builder)
    {
        builder.ToTable("AccessPlans");
        builder.HasKey(plan => plan.Id);
        builder.Property(plan => plan.Id).ValueGeneratedNever();
        builder.Property(plan => plan.Origin).HasMaxLength(32);
        builder.Property(plan => plan.Reason).HasMaxLength(500);
        builder.HasIndex(plan => plan.CreatedAtUtc);
        builder.HasIndex(plan => plan.State);
    }
}
