using IspPortal.Core.Alerts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Alerts.Configurations;

internal sealed class AlertIncidentConfiguration : IEntityTypeConfiguration<AlertIncident>
{
    public void Configure(EntityTypeBuilder<AlertIncident> builder)
    {
        builder.ToTable("AlertIncidents");
        builder.HasKey(alert => alert.Id);
        builder.Property(alert => alert.Id).ValueGeneratedNever();
        builder.Property(alert => alert.OpenKey).HasMaxLength(128);
        builder.Property(alert => alert.Note).HasMaxLength(1000);
        builder.HasIndex(alert => alert.OpenKey).IsUnique();
        builder.HasIndex(alert => alert.OpenedAtUtc);
        builder.HasIndex(alert => new { alert.SubjectId, alert.OpenedAtUtc });
    }
}
