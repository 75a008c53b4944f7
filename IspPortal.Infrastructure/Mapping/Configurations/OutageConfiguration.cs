using IspPortal.Core.Mapping.Incidents;
using IspPortal.Core.Mapping.Plant;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Mapping.Configurations;

internal sealed class OutageConfiguration : IEntityTypeConfiguration<Outage>
{
    public void Configure(EntityTypeBuilder<Outage> builder)
    {
        builder.ToTable("Outages");
        builder.HasKey(outage => outage.Id);
        builder.Property(outage => outage.Id).ValueGeneratedNever();
        builder.Property(outage => outage.Kind).HasMaxLength(16);
        builder.Property(outage => outage.State).HasMaxLength(16);
        builder.Property(outage => outage.ElementKind).HasMaxLength(16);
        builder.Property(outage => outage.ElementName).HasMaxLength(PlantNode.LongestText);
        builder.Property(outage => outage.Note).HasMaxLength(PlantNode.LongestText);
        builder.Property(outage => outage.CalledOffBecause).HasMaxLength(PlantNode.LongestText);
        builder.Property(outage => outage.OpenKey).HasMaxLength(120);
        builder.Ignore(outage => outage.Element);
        builder.Ignore(outage => outage.IsOpen);
        builder.HasIndex(outage => outage.OpenKey).IsUnique();
        builder.HasIndex(outage => new { outage.State, outage.StartedAtUtc });
        builder.HasIndex(outage => outage.StartedAtUtc);
    }
}
