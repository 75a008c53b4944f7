using IspPortal.Core.Network.Addressing;
using IspPortal.Core.Network.Routers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Network.Addressing.Configurations;

internal sealed class FoundAddressConfiguration : IEntityTypeConfiguration<FoundAddress>
{
    public void Configure(EntityTypeBuilder<FoundAddress> builder)
    {
        builder.ToTable("FoundAddresses");
        builder.HasKey(found => found.Id);
        builder.Property(found => found.Id).ValueGeneratedNever();
        builder.HasIndex(found => new { found.RouterId, found.Service, found.Username, found.IsLease }).IsUnique();
        builder.HasIndex(found => found.Address);
        builder.HasOne<Router>().WithMany().HasForeignKey(found => found.RouterId);
    }
}
