using IspPortal.Core.Customers;
using IspPortal.Core.Inventory;
using IspPortal.Core.Subscriptions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Inventory.Configurations;

internal sealed class DeviceConfiguration : IEntityTypeConfiguration<Device>
{
    public void Configure(EntityTypeBuilder<Device> builder)
    {
        builder.ToTable("Devices");
        builder.HasKey(device => device.Id);
        builder.Property(device => device.Id).ValueGeneratedNever();
        builder.Property(device => device.Serial).HasMaxLength(DeviceCodes.LongestSerial);
        builder.Property(device => device.Mac).HasMaxLength(17);
        builder.Property(device => device.SearchKey).HasMaxLength(80);
        builder.Property(device => device.Owner).HasMaxLength(16);
        builder.Property(device => device.Place).HasMaxLength(16);
        builder.Property(device => device.Note).HasMaxLength(DeviceWriting.LongestText);
        builder.Ignore(device => device.Spot);
        builder.HasIndex(device => device.Serial).IsUnique();
        builder.HasIndex(device => device.Mac).IsUnique();
        builder.HasIndex(device => device.SearchKey);
        builder.HasIndex(device => new { device.Place, device.Serial });
        builder.HasIndex(device => new { device.ModelId, device.Place, device.Serial });
        builder.HasIndex(device => new { device.WarehouseId, device.Serial });
        builder.HasIndex(device => new { device.HolderId, device.Serial });
        builder.HasIndex(device => new { device.CustomerId, device.Serial });
        builder.HasIndex(device => device.SubscriptionId);
        builder.HasIndex(device => new { device.PlacedAtUtc, device.Id });
        builder.HasOne<DeviceModel>().WithMany().HasForeignKey(device => device.ModelId);
        builder.HasOne<Warehouse>().WithMany().HasForeignKey(device => device.WarehouseId);
        builder.HasOne<Customer>().WithMany().HasForeignKey(device => device.CustomerId);
        builder.HasOne<Subscription>().WithMany().HasForeignKey(device => device.SubscriptionId);
    }
}
