using IspPortal.Core.Network.Provisioning;
using IspPortal.Core.Network.Routers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Network.Configurations;

internal sealed class AccessPlanRouterConfiguration : IEntityTypeConfiguration<AccessPlanRouter>
{
    public void Configure(EntityTypeBuilder<AccessPlanRouter> builder)
    {
        builder.ToTable("AccessPlanRouters");
        builder.HasKey(part => new { part.PlanId, part.RouterId });
        builder.Property(part => part.ErrorDetail).HasMaxLength(1000);
        builder.Property(part => part.ScopeJson).HasMaxLength(4_000_000);
        builder.HasIndex(part => new { part.RouterId, part.State });
        builder.HasIndex(part => new { part.State, part.NextTryAtUtc });
        builder.HasOne<AccessPlanRecord>().WithMany().HasForeignKey(part => part.PlanId);
        builder.HasOne<Router>().WithMany().HasForeignKey(part => part.RouterId);
    }
}
