using IspPortal.Core.Mapping.Plant;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Mapping.Configurations;

internal sealed class SplitterConfiguration : IEntityTypeConfiguration<Splitter>
{
    public void Configure(EntityTypeBuilder<Splitter> builder)
    {
        builder.ToTable("Splitters");
        builder.HasKey(splitter => splitter.Id);
        builder.Property(splitter => splitter.Id).ValueGeneratedNever();
        builder.Property(splitter => splitter.Name).HasMaxLength(PlantNode.LongestName);
        builder.HasIndex(splitter => new { splitter.NodeId, splitter.Name }).IsUnique();
        builder.HasOne<PlantNode>().WithMany().HasForeignKey(splitter => splitter.NodeId);
    }
}
