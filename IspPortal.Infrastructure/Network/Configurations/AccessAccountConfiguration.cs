using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Routers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Network.Configurations;

internal sealed class AccessAccountConfiguration : IEntityTypeConfiguration<AccessAccount>
{
    public void Configure(EntityTypeBuilder<AccessAccount> builder)
    {
        builder.ToTable("Accesses");
        builder.HasKey(access => access.Id);
        builder.Property(access => access.Id).ValueGeneratedNever();
        builder.Property(access => access.Service).HasMaxLength(16);
        builder.HasIndex(access => new { access.RouterId, access.Service, access.Username }).IsUnique();
        builder.HasIndex(access => access.Username);
        builder.HasIndex(access => access.SearchKey);
        builder.HasIndex(access => access.LastSeenAtUtc);
        builder.HasOne<Router>().WithMany().HasForeignKey(access => access.RouterId);
    }
}
