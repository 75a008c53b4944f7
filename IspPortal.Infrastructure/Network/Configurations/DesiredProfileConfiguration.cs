using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Routers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Network.Configurations;

internal sealed class DesiredProfileConfiguration : IEntityTypeConfiguration<DesiredProfileRecord>
{
    public void Configure(EntityTypeBuilder<DesiredProfileRecord> builder)
    {
        builder.ToTable("DesiredProfiles");
        builder.HasKey(profile => profile.Id);
        builder.Property(profile => profile.Id).ValueGeneratedNever();
        builder.Property(profile => profile.Name).HasMaxLength(64);
        builder.Property(profile => profile.Like).HasMaxLength(64);
        builder.HasIndex(profile => new { profile.RouterId, profile.Service, profile.Name }).IsUnique();
        builder.HasOne<Router>().WithMany().HasForeignKey(profile => profile.RouterId);
    }
}
