using IspPortal.Core.Network.Routers;
using IspPortal.Infrastructure.Persistence.Conventions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Network.Configurations;

internal sealed class RouterConfiguration : IEntityTypeConfiguration<Router>
{
    public void Configure(EntityTypeBuilder<Router> builder)
    {
        builder.ToTable("Routers");
        builder.HasKey(router => router.Id);
        builder.Property(router => router.Id).ValueGeneratedNever();
        builder.Property(router => router.Name).HasMaxLength(64);
        builder.Property(router => router.NameKey).HasMaxLength(64);
        builder.Property(router => router.Host).HasMaxLength(253);
        builder.Property(router => router.AddressKey).HasMaxLength(260);
        builder.Property(router => router.Username).HasMaxLength(64);
        builder.Property(router => router.Password).IsSecret();
        builder.Property(router => router.PinnedCertificateSha256).HasMaxLength(64);
        builder.Property(router => router.Site).HasMaxLength(128);
        builder.Property(router => router.Notes).HasMaxLength(2000);
        builder.Property(router => router.Tags).HasMaxLength(256);
        builder.Property(router => router.ProbedVersion).HasMaxLength(32);
        builder.Property(router => router.RemovalReason).HasMaxLength(IRouterEditor.LongestReason);
        builder.HasIndex(router => router.NameKey).IsUnique();
        builder.HasIndex(router => router.AddressKey).IsUnique();
    }
}
