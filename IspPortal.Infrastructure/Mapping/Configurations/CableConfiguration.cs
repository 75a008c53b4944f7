using IspPortal.Core.Mapping.Plant;
using IspPortal.Infrastructure.Persistence.Conventions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Mapping.Configurations;

internal sealed class CableConfiguration : IEntityTypeConfiguration<Cable>
{
    public void Configure(EntityTypeBuilder<Cable> builder)
    {
        builder.ToTable("Cables");
        builder.HasKey(cable => cable.Id);
        builder.Property(cable => cable.Id).ValueGeneratedNever();
        builder.Property(cable => cable.Name).HasMaxLength(PlantNode.LongestName);
        builder.Property(cable => cable.NameKey).HasMaxLength(PlantNode.LongestName);
        builder.Property(cable => cable.Owner).HasMaxLength(PlantNode.LongestName);
        builder.Property(cable => cable.Note).HasMaxLength(PlantNode.LongestText);
        builder.Property(cable => cable.Bends).IsLongText();
        builder.HasIndex(cable => cable.NameKey).IsUnique();
        builder.HasOne<PlantNode>().WithMany().HasForeignKey(cable => cable.FromNodeId);
        builder.HasOne<PlantNode>().WithMany().HasForeignKey(cable => cable.ToNodeId);
    }
}
