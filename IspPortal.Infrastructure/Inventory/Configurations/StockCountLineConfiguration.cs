using IspPortal.Core.Inventory;
using IspPortal.Core.Inventory.Counts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Inventory.Configurations;

internal sealed class StockCountLineConfiguration : IEntityTypeConfiguration<StockCountLine>
{
    public void Configure(EntityTypeBuilder<StockCountLine> builder)
    {
        builder.ToTable("StockCountLines");
        builder.HasKey(line => new { line.CountId, line.Serial });
        builder.Property(line => line.Serial).HasMaxLength(DeviceCodes.LongestSerial);
        builder.Property(line => line.Outcome).HasMaxLength(16);
        builder.HasOne<StockCount>().WithMany().HasForeignKey(line => line.CountId);
    }
}
