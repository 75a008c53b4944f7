using IspPortal.Core.Inventory;
using IspPortal.Core.Mapping.Levels;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Mapping.Configurations;

internal sealed class OpticalReadingConfiguration : IEntityTypeConfiguration<OpticalReading>
{
    public void Configure(EntityTypeBuilder<OpticalReading> builder)
    {
        builder.ToTable("OpticalReadings");
        builder.HasKey(reading => new { reading.OntSerial, reading.AtUtc });
        builder.Property(reading => reading.OntSerial).HasMaxLength(DeviceCodes.LongestSerial);
        builder.Property(reading => reading.Source).HasMaxLength(8);
        builder.HasIndex(reading => reading.AtUtc);
    }
}
