using IspPortal.Core.Network.Routers;
using IspPortal.Core.Plans;
using IspPortal.Infrastructure.Persistence.Conventions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Plans.Configurations;

internal sealed class RouterProfileReadingConfiguration : IEntityTypeConfiguration<RouterProfileReading>
{
    public void Configure(EntityTypeBuilder<RouterProfileReading> builder)
    {
        builder.ToTable("RouterProfileReadings");
        builder.HasKey(reading => new { reading.RouterId, reading.Service });
        builder.Property(reading => reading.ErrorCode).HasMaxLength(100);
        builder.Property(reading => reading.ProfilesJson).IsLongText();
        builder.HasOne<Router>().WithMany().HasForeignKey(reading => reading.RouterId);
    }
}
