using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Routers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Network.Configurations;

internal sealed class AccessPlacementConfiguration : IEntityTypeConfiguration<AccessPlacement>
{
    public void Configure(EntityTypeBuilder<AccessPlacement> builder)
    {
        builder.ToTable("AccessPlacements");
        builder.HasKey(placement => new { placement.AccessId, placement.RouterId });
        builder.HasIndex(placement => new { placement.RouterId, placement.Role });
        builder.HasOne<DesiredAccessRecord>().WithMany().HasForeignKey(placement => placement.AccessId);
        builder.HasOne<Router>().WithMany().HasForeignKey(placement => placement.RouterId);
    }
}
