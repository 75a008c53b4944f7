using IspPortal.Core.Alerts.Escalation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Alerts.Configurations;

internal sealed class AlertToldConfiguration : IEntityTypeConfiguration<AlertTold>
{
    public void Configure(EntityTypeBuilder<AlertTold> builder)
    {
        builder.ToTable("AlertTold");
        builder.HasKey(told => told.Id);
        builder.Property(told => told.Id).ValueGeneratedNever();
        builder.Property(told => told.Kind).HasMaxLength(64);
        builder.Property(told => told.Language).HasMaxLength(8);
        builder.Property(told => told.Name).HasMaxLength(200);
        builder.HasIndex(told => new { told.IncidentId, told.Channel, told.Address }).IsUnique();
    }
}
