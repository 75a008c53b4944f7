using IspPortal.Core.Inventory;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Inventory.Configurations;

internal sealed class WarehouseConfiguration : IEntityTypeConfiguration<Warehouse>
{
    public void Configure(EntityTypeBuilder<Warehouse> builder)
    {
        builder.ToTable("Warehouses");
        builder.HasKey(warehouse => warehouse.Id);
        builder.Property(warehouse => warehouse.Id).ValueGeneratedNever();
        builder.Property(warehouse => warehouse.Name).HasMaxLength(DeviceWriting.LongestName);
        builder.Property(warehouse => warehouse.Address).HasMaxLength(DeviceWriting.LongestAddress);
        builder.HasIndex(warehouse => warehouse.SearchKey).IsUnique();
    }
}
