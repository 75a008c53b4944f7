using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Provisioning;
using IspPortal.Core.Network.Routers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Network.Configurations;

internal sealed class AccessPlanPlaceConfiguration : IEntityTypeConfiguration<AccessPlanPlace>
{
    public void Configure(EntityTypeBuilder<AccessPlanPlace> builder)
    {
        builder.ToTable("AccessPlanPlaces");
        builder.HasKey(place => new { place.PlanId, place.AccessId, place.RouterId });
        builder.HasOne<AccessPlanRecord>().WithMany().HasForeignKey(place => place.PlanId);
        builder.HasOne<DesiredAccessRecord>().WithMany().HasForeignKey(place => place.AccessId);
        builder.HasOne<Router>().WithMany().HasForeignKey(place => place.RouterId);
    }
}
