using IspPortal.Core.Mapping.Photos;
using IspPortal.Core.Mapping.Plant;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Mapping.Configurations;

internal sealed class PlantPhotoConfiguration : IEntityTypeConfiguration<PlantPhoto>
{
    public void Configure(EntityTypeBuilder<PlantPhoto> builder)
    {
        builder.ToTable("PlantPhotos");
        builder.HasKey(photo => photo.Id);
        builder.Property(photo => photo.Id).ValueGeneratedNever();
        builder.Property(photo => photo.Format).HasMaxLength(8);
        builder.Property(photo => photo.ContentHash).HasMaxLength(64);
        builder.Property(photo => photo.Note).HasMaxLength(PlantPhoto.LongestNote);
        builder.Property(photo => photo.AddedBy).HasMaxLength(256);
        builder.HasIndex(photo => photo.StoredAs).IsUnique();
        builder.HasIndex(photo => new { photo.NodeId, photo.Place }).IsUnique();
        builder.HasOne<PlantNode>().WithMany().HasForeignKey(photo => photo.NodeId);
    }
}
