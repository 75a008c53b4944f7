using IspPortal.Core.Network.Backups;
using IspPortal.Core.Network.Routers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Network.Configurations;

internal sealed class RouterBackupConfiguration : IEntityTypeConfiguration<RouterBackup>
{
    public void Configure(EntityTypeBuilder<RouterBackup> builder)
    {
        builder.ToTable("RouterBackups");
        builder.HasKey(backup => backup.Id);
        builder.Property(backup => backup.Id).ValueGeneratedNever();
        builder.Property(backup => backup.TakenBy).HasMaxLength(256);
        builder.Property(backup => backup.RouterOsVersion).HasMaxLength(64);
        builder.Property(backup => backup.TextFile).HasMaxLength(128);
        builder.Property(backup => backup.BinaryFile).HasMaxLength(128);
        builder.Property(backup => backup.TextSha256).HasMaxLength(64);
        builder.Property(backup => backup.BinaryOnRouter).HasMaxLength(128);
        builder.Property(backup => backup.ErrorDetail).HasMaxLength(1000);
        builder.HasIndex(backup => new { backup.RouterId, backup.TakenAtUtc });
        builder.HasOne<Router>().WithMany().HasForeignKey(backup => backup.RouterId);
    }
}
