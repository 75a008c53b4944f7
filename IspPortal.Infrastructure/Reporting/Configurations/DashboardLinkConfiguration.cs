using IspPortal.Core.Reporting.Dashboards;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Reporting.Configurations;

internal sealed class DashboardLinkConfiguration : IEntityTypeConfiguration<DashboardLink>
{
    public void Configure(EntityTypeBuilder<DashboardLink> builder)
    {
        builder.ToTable("DashboardLinks");
        builder.HasKey(link => link.Id);
        builder.Property(link => link.Id).ValueGeneratedNever();
        builder.Property(link => link.TokenHash).HasMaxLength(64);
        builder.HasOne<Dashboard>().WithMany().HasForeignKey(link => link.DashboardId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(link => link.TokenHash).IsUnique();
        builder.HasIndex(link => link.DashboardId);
    }
}
