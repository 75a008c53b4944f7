using IspPortal.Core.Alerts.Maintenance;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Alerts.Configurations;

internal sealed class MaintenanceWindowConfiguration : IEntityTypeConfiguration<MaintenanceWindow>
{
    public void Configure(EntityTypeBuilder<MaintenanceWindow> builder)
    {
        builder.ToTable("MaintenanceWindows");
        builder.HasKey(window => window.Id);
        builder.Property(window => window.Id).ValueGeneratedNever();
        builder.Property(window => window.Reason).HasMaxLength(300);
        builder.HasIndex(window => window.ToUtc);
    }
}
