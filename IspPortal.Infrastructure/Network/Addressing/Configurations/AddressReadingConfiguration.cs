using IspPortal.Core.Network.Addressing;
using IspPortal.Core.Network.Routers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Network.Addressing.Configurations;

internal sealed class AddressReadingConfiguration : IEntityTypeConfiguration<AddressReading>
{
    public void Configure(EntityTypeBuilder<AddressReading> builder)
    {
        builder.ToTable("AddressReadings");
        builder.HasKey(reading => reading.RouterId);
        builder.Property(reading => reading.RouterId).ValueGeneratedNever();
        builder.Property(reading => reading.ErrorDetail).HasMaxLength(1000);
        builder.Property(reading => reading.OwnAddresses).HasMaxLength(64_000);
        builder.HasOne<Router>().WithOne().HasForeignKey<AddressReading>(reading => reading.RouterId);
    }
}
