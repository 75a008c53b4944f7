using IspPortal.Core.Monitoring;
using IspPortal.Core.Network.Routers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Monitoring.Configurations;

internal sealed class RouterImageConfiguration : IEntityTypeConfiguration<RouterImage>
{
    public void Configure(EntityTypeBuilder<RouterImage> builder)
    {
        builder.ToTable("RouterImages");
        builder.HasKey(image => image.RouterId);
        builder.Property(image => image.RouterId).ValueGeneratedNever();
        builder.HasOne<Router>().WithOne().HasForeignKey<RouterImage>(image => image.RouterId);
    }
}
