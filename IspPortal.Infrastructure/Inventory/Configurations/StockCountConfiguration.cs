using IspPortal.Core.Inventory;
using IspPortal.Core.Inventory.Counts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Inventory.Configurations;

internal sealed class StockCountConfiguration : IEntityTypeConfiguration<StockCount>
{
    public void Configure(EntityTypeBuilder<StockCount> builder)
    {
        builder.ToTable("StockCounts");
        builder.HasKey(count => count.Id);
        builder.Property(count => count.Id).ValueGeneratedNever();
        builder.Property(count => count.State).HasMaxLength(16);
        builder.HasIndex(count => count.OpenFor).IsUnique();
        builder.HasIndex(count => new { count.StartedAtUtc, count.Id });
        builder.HasOne<Warehouse>().WithMany().HasForeignKey(count => count.WarehouseId);
    }
}
