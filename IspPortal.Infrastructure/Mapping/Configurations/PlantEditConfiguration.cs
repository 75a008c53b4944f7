using IspPortal.Core.Mapping.Plant;
using IspPortal.Infrastructure.Persistence.Conventions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Mapping.Configurations;

internal sealed class PlantEditConfiguration : IEntityTypeConfiguration<PlantEdit>
{
    public void Configure(EntityTypeBuilder<PlantEdit> builder)
    {
        builder.ToTable("PlantEdits");
        builder.HasKey(edit => edit.Id);
        builder.Property(edit => edit.Id).ValueGeneratedNever();
        builder.Property(edit => edit.Kind).HasMaxLength(16);
        builder.Property(edit => edit.Element).HasMaxLength(32);
        builder.Property(edit => edit.Name).HasMaxLength(PlantNode.LongestText);
        builder.Property(edit => edit.Rows).IsLongText();
        builder.HasIndex(edit => edit.Revision).IsUnique();
        builder.HasIndex(edit => new { edit.ElementId, edit.Revision });
    }
}
