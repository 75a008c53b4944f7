using IspPortal.Core.Network.Provisioning;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Network.Configurations;

internal sealed class AccessPlanFindingConfiguration : IEntityTypeConfiguration<AccessPlanFindingRecord>
{
    public void Configure(EntityTypeBuilder<AccessPlanFindingRecord> builder)
    {
        builder.ToTable("AccessPlanFindings");
        builder.HasKey(finding => new { finding.PlanId, finding.RouterId, finding.Number });
        builder.Property(finding => finding.Detail).HasMaxLength(1000);
        builder.Property(finding => finding.Key).HasMaxLength(512);
        builder.HasOne<AccessPlanRouter>().WithMany().HasForeignKey(finding => new { finding.PlanId, finding.RouterId });
    }
}
