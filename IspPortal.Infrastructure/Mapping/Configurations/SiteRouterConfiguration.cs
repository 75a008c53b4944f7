using IspPortal.Core.Mapping.Plant;
using IspPortal.Core.Network.Routers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Mapping.Configurations;

internal sealed class SiteRouterConfiguration : IEntityTypeConfiguration<SiteRouter>
{
    public void Configure(EntityTypeBuilder<SiteRouter> builder)
    {
        builder.ToTable("SiteRouters");
        builder.HasKey(place => place.RouterId);
        builder.HasOne<Router>().WithMany().HasForeignKey(place => place.RouterId);
        builder.HasOne<PlantNode>().WithMany().HasForeignKey(place => place.NodeId);
    }
}
