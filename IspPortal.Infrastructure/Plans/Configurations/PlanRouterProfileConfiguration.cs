using IspPortal.Core.Network.Routers;
using IspPortal.Core.Plans;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Plans.Configurations;

internal sealed class PlanRouterProfileConfiguration : IEntityTypeConfiguration<PlanRouterProfile>
{
    public void Configure(EntityTypeBuilder<PlanRouterProfile> builder)
    {
        builder.ToTable("PlanRouterProfiles");
        builder.HasKey(mapping => new { mapping.PlanId, mapping.RouterId });
        builder.Property(mapping => mapping.Profile).HasMaxLength(64);
        builder.HasOne<ServicePlan>().WithMany().HasForeignKey(mapping => mapping.PlanId);
        builder.HasOne<Router>().WithMany().HasForeignKey(mapping => mapping.RouterId);
    }
}
