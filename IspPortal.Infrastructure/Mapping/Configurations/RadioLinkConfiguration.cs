using IspPortal.Core.Mapping.Plant;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Mapping.Configurations;

internal sealed class RadioLinkConfiguration : IEntityTypeConfiguration<RadioLink>
{
    public void Configure(EntityTypeBuilder<RadioLink> builder)
    {
        builder.ToTable("RadioLinks");
        builder.HasKey(link => link.Id);
        builder.Property(link => link.Id).ValueGeneratedNever();
        builder.Property(link => link.Name).HasMaxLength(PlantNode.LongestName);
        builder.Property(link => link.NameKey).HasMaxLength(PlantNode.LongestName);
        builder.Property(link => link.Note).HasMaxLength(PlantNode.LongestText);
        builder.HasIndex(link => link.NameKey).IsUnique();
        builder.HasOne<PlantNode>().WithMany().HasForeignKey(link => link.FromNodeId);
        builder.HasOne<PlantNode>().WithMany().HasForeignKey(link => link.ToNodeId);
    }
}
