using IspPortal.Core.Reporting.Dashboards;
using IspPortal.Infrastructure.Persistence.Conventions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Reporting.Configurations;

internal sealed class DashboardConfiguration : IEntityTypeConfiguration<Dashboard>
{
    public void Configure(EntityTypeBuilder<Dashboard> builder)
    {
        builder.ToTable("Dashboards");
        builder.HasKey(dashboard => dashboard.Id);
        builder.Property(dashboard => dashboard.Id).ValueGeneratedNever();
        builder.Property(dashboard => dashboard.Name).HasMaxLength(DashboardRules.LongestName);
        builder.Property(dashboard => dashboard.Widgets).IsLongText();
        builder.HasIndex(dashboard => dashboard.OwnerId);
        builder.HasIndex(dashboard => new { dashboard.Visibility, dashboard.Name });
    }
}
