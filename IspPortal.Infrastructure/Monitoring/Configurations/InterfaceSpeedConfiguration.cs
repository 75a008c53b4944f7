using IspPortal.Core.Monitoring.Analytics;
using IspPortal.Core.Network.Routers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Monitoring.Configurations;

internal sealed class InterfaceSpeedConfiguration : IEntityTypeConfiguration<InterfaceSpeed>
{
    public void Configure(EntityTypeBuilder<InterfaceSpeed> builder)
    {
        builder.ToTable("InterfaceSpeeds");
        builder.HasKey(speed => new { speed.RouterId, speed.Name });
        builder.Property(speed => speed.Name).HasMaxLength(128);
        builder.HasOne<Router>().WithMany().HasForeignKey(speed => speed.RouterId);
    }
}
