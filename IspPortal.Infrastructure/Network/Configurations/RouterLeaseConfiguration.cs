using IspPortal.Core.Network.Routers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Network.Configurations;

internal sealed class RouterLeaseConfiguration : IEntityTypeConfiguration<RouterLease>
{
    public void Configure(EntityTypeBuilder<RouterLease> builder)
    {
        builder.ToTable("RouterLeases");
        builder.HasKey(lease => lease.RouterId);
        builder.Property(lease => lease.RouterId).ValueGeneratedNever();
        builder.Property(lease => lease.Owner).HasMaxLength(128);
        builder.HasOne<Router>().WithOne().HasForeignKey<RouterLease>(lease => lease.RouterId);
    }
}
