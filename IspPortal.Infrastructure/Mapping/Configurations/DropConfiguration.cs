using IspPortal.Core.Mapping.Plant;
using IspPortal.Core.Inventory;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Mapping.Configurations;

internal sealed class DropConfiguration : IEntityTypeConfiguration<Drop>
{
    public void Configure(EntityTypeBuilder<Drop> builder)
    {
        builder.ToTable("Drops");
        builder.HasKey(drop => drop.Id);
        builder.Property(drop => drop.Id).ValueGeneratedNever();
        builder.Property(drop => drop.OntSerial).HasMaxLength(DeviceCodes.LongestSerial);
        builder.HasIndex(drop => new { drop.OdpId, drop.Port }).IsUnique();
        builder.HasIndex(drop => drop.OntSerial).IsUnique();
        builder.HasOne<PlantNode>().WithMany().HasForeignKey(drop => drop.OdpId);
    }
}
