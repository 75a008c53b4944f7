using IspPortal.Core.Customers;
using IspPortal.Core.Inventory;
using IspPortal.Core.Subscriptions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Inventory.Configurations;

internal sealed class DeviceMovementConfiguration : IEntityTypeConfiguration<DeviceMovement>
{
    public void Configure(EntityTypeBuilder<DeviceMovement> builder)
    {
        builder.ToTable("DeviceMovements");
        builder.HasKey(movement => movement.Id);
        builder.Property(movement => movement.Id).ValueGeneratedNever();
        builder.Property(movement => movement.Kind).HasMaxLength(16);
        builder.Property(movement => movement.FromPlace).HasMaxLength(16);
        builder.Property(movement => movement.ToPlace).HasMaxLength(16);
        builder.Property(movement => movement.Reason).HasMaxLength(DeviceWriting.LongestText);
        builder.HasIndex(movement => new { movement.DeviceId, movement.Number }).IsUnique();
        builder.HasIndex(movement => new { movement.FromCustomerId, movement.AtUtc });
        builder.HasIndex(movement => new { movement.ToCustomerId, movement.AtUtc });
        builder.HasOne<Device>().WithMany().HasForeignKey(movement => movement.DeviceId);
        builder.HasOne<Customer>().WithMany().HasForeignKey(movement => movement.FromCustomerId);
        builder.HasOne<Customer>().WithMany().HasForeignKey(movement => movement.ToCustomerId);
        builder.HasOne<Subscription>().WithMany().HasForeignKey(movement => movement.FromSubscriptionId);
        builder.HasOne<Subscription>().WithMany().HasForeignKey(movement => movement.ToSubscriptionId);
        builder.HasOne<Warehouse>().WithMany().HasForeignKey(movement => movement.FromWarehouseId);
        builder.HasOne<Warehouse>().WithMany().HasForeignKey(movement => movement.ToWarehouseId);
    }
}
