using IspPortal.Core.Mapping.Plant;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Mapping.Configurations;

internal sealed class PlantRevisionConfiguration : IEntityTypeConfiguration<PlantRevision>
{
    public void Configure(EntityTypeBuilder<PlantRevision> builder)
    {
        builder.ToTable("PlantRevisions");
        builder.HasKey(revision => revision.Id);
        builder.Property(revision => revision.Id).ValueGeneratedNever();
    }
}
