using IspPortal.Core.Inventory;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Inventory.Configurations;

internal sealed class DeviceModelConfiguration : IEntityTypeConfiguration<DeviceModel>
{
    public void Configure(EntityTypeBuilder<DeviceModel> builder)
    {
        builder.ToTable("DeviceModels");
        builder.HasKey(model => model.Id);
        builder.Property(model => model.Id).ValueGeneratedNever();
        builder.Property(model => model.Kind).HasMaxLength(16);
        builder.Property(model => model.Maker).HasMaxLength(DeviceWriting.LongestName);
        builder.Property(model => model.Name).HasMaxLength(DeviceWriting.LongestName);
        builder.HasIndex(model => model.SearchKey).IsUnique();
    }
}
