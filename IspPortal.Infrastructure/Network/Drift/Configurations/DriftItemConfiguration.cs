using IspPortal.Core.Network.Drift;
using IspPortal.Core.Network.Routers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Network.Drift.Configurations;

internal sealed class DriftItemConfiguration : IEntityTypeConfiguration<DriftItem>
{
    public void Configure(EntityTypeBuilder<DriftItem> builder)
    {
        builder.ToTable("DriftItems");
        builder.HasKey(item => item.Id);
        builder.Property(item => item.Id).ValueGeneratedNever();
        builder.Property(item => item.Menu).HasMaxLength(64);
        builder.Property(item => item.Key).HasMaxLength(512);
        builder.Property(item => item.OnRouterJson).HasMaxLength(64_000);
        builder.Property(item => item.InPortalJson).HasMaxLength(64_000);
        builder.Property(item => item.IgnoreReason).HasMaxLength(500);
        builder.HasIndex(item => new { item.RouterId, item.Kind });
        builder.HasIndex(item => item.FirstSeenAtUtc);
        builder.Property(item => item.ChangedBy).HasMaxLength(128);
        builder.Property(item => item.ChangedFrom).HasMaxLength(64);
        builder.HasIndex(item => item.ChangedBy);
        builder.HasIndex(item => item.AccessId);
        builder.HasIndex(item => item.MonthlyCost);
        builder.HasOne<Router>().WithMany().HasForeignKey(item => item.RouterId);
    }
}
