using IspPortal.Core.Network.Events;
using IspPortal.Core.Network.Routers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Network.Configurations;

internal sealed class RouterEventConfiguration : IEntityTypeConfiguration<RouterEvent>
{
    public void Configure(EntityTypeBuilder<RouterEvent> builder)
    {
        builder.ToTable("RouterEvents");
        builder.HasKey(happened => happened.Id);
        builder.Property(happened => happened.Id).ValueGeneratedNever();
        builder.Property(happened => happened.Subject).HasMaxLength(128);
        builder.Property(happened => happened.Address).HasMaxLength(64);
        builder.Property(happened => happened.Menu).HasMaxLength(64);
        builder.Property(happened => happened.Item).HasMaxLength(256);
        builder.Property(happened => happened.ItemId).HasMaxLength(64);
        builder.Property(happened => happened.Details).HasMaxLength(512);
        builder.HasIndex(happened => happened.AtUtc);
        builder.HasIndex(happened => new { happened.RouterId, happened.AtUtc });
        builder.HasIndex(happened => new { happened.AccessId, happened.AtUtc });
        builder.HasIndex(happened => new { happened.Kind, happened.AtUtc });
        builder.HasOne<Router>().WithMany().HasForeignKey(happened => happened.RouterId);
    }
}
