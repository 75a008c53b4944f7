using IspPortal.Core.Network.Addressing;
using IspPortal.Core.Network.Routers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Network.Addressing.Configurations;

internal sealed class AddressPoolConfiguration : IEntityTypeConfiguration<AddressPool>
{
    public void Configure(EntityTypeBuilder<AddressPool> builder)
    {
        builder.ToTable("AddressPools");
        builder.HasKey(pool => pool.Id);
        builder.Property(pool => pool.Id).ValueGeneratedNever();
        builder.Property(pool => pool.Ranges).HasMaxLength(16_000);
        builder.Property(pool => pool.Comment).HasMaxLength(1000);
        builder.Property(pool => pool.UsersJson).HasMaxLength(256_000);
        builder.HasIndex(pool => new { pool.RouterId, pool.Family, pool.Name }).IsUnique();
        builder.HasIndex(pool => pool.UsedPermille);
        builder.HasOne<Router>().WithMany().HasForeignKey(pool => pool.RouterId);
    }
}
