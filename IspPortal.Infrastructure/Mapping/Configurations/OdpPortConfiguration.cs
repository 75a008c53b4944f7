using IspPortal.Core.Mapping.Plant;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Mapping.Configurations;

internal sealed class OdpPortConfiguration : IEntityTypeConfiguration<OdpPort>
{
    public void Configure(EntityTypeBuilder<OdpPort> builder)
    {
        builder.ToTable("OdpPorts");
        builder.HasKey(port => new { port.OdpId, port.Number });
        builder.Property(port => port.State).HasMaxLength(16);
        builder.Property(port => port.Note).HasMaxLength(PlantNode.LongestText);
        builder.Property(port => port.ChangedBy).HasMaxLength(PlantNode.LongestText);
        builder.HasIndex(port => port.ReservedFor);
        builder.HasIndex(port => port.DropId).IsUnique();
        builder.HasOne<PlantNode>().WithMany().HasForeignKey(port => port.OdpId);
        builder.HasOne<Drop>().WithMany().HasForeignKey(port => port.DropId);
    }
}
