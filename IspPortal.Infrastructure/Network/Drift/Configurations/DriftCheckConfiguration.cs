using IspPortal.Core.Network.Drift;
using IspPortal.Core.Network.Routers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Network.Drift.Configurations;

internal sealed class DriftCheckConfiguration : IEntityTypeConfiguration<DriftCheck>
{
    public void Configure(EntityTypeBuilder<DriftCheck> builder)
    {
        builder.ToTable("DriftChecks");
        builder.HasKey(check => check.RouterId);
        builder.Property(check => check.RouterId).ValueGeneratedNever();
        builder.Property(check => check.ErrorDetail).HasMaxLength(1000);
        builder.HasOne<Router>().WithOne().HasForeignKey<DriftCheck>(check => check.RouterId);
    }
}
