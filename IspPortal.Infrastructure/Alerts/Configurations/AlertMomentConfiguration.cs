using IspPortal.Core.Alerts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Alerts.Configurations;

internal sealed class AlertMomentConfiguration : IEntityTypeConfiguration<AlertMoment>
{
    public void Configure(EntityTypeBuilder<AlertMoment> builder)
    {
        builder.ToTable("AlertMoments");
        builder.HasKey(moment => moment.Id);
        builder.Property(moment => moment.Id).ValueGeneratedNever();
        builder.Property(moment => moment.Text).HasMaxLength(1000);
        builder.HasIndex(moment => new { moment.IncidentId, moment.AtUtc });
    }
}
