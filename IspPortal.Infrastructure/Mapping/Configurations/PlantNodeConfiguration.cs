using IspPortal.Core.Mapping.Plant;
using IspPortal.Core.Network.Routers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Mapping.Configurations;

internal sealed class PlantNodeConfiguration : IEntityTypeConfiguration<PlantNode>
{
    public void Configure(EntityTypeBuilder<PlantNode> builder)
    {
        builder.ToTable("PlantNodes");
        builder.HasKey(node => node.Id);
        builder.Property(node => node.Id).ValueGeneratedNever();
        builder.Property(node => node.Kind).HasMaxLength(16);
        builder.Property(node => node.Name).HasMaxLength(PlantNode.LongestName);
        builder.Property(node => node.NameKey).HasMaxLength(PlantNode.LongestName);
        builder.Property(node => node.Area).HasMaxLength(PlantNode.LongestName);
        builder.Property(node => node.Note).HasMaxLength(PlantNode.LongestText);
        builder.Ignore(node => node.Point);
        builder.HasIndex(node => node.NameKey).IsUnique();
        builder.HasIndex(node => new { node.Kind, node.NameKey });
        builder.HasOne<PlantNode>().WithMany().HasForeignKey(node => node.SiteId);
        builder.HasOne<Router>().WithMany().HasForeignKey(node => node.RouterId);
    }
}
