using IspPortal.Core.Network.Provisioning;
using IspPortal.Core.Network.Routers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Network.Configurations;

internal sealed class RouterCanaryConfiguration : IEntityTypeConfiguration<RouterCanary>
{
    public void Configure(EntityTypeBuilder<RouterCanary> builder)
    {
        builder.ToTable("RouterCanaries");
        builder.HasKey(canary => canary.RouterId);
        builder.Property(canary => canary.RouterId).ValueGeneratedNever();
        builder.Property(canary => canary.RouterOsVersion).HasMaxLength(64);
        builder.Property(canary => canary.ShapesJson).HasMaxLength(64_000);
        builder.HasOne<Router>().WithMany().HasForeignKey(canary => canary.RouterId);
    }
}
