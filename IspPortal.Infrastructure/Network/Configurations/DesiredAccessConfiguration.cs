using IspPortal.Core.Network.Access;
using IspPortal.Infrastructure.Persistence.Conventions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Network.Configurations;

internal sealed class DesiredAccessConfiguration : IEntityTypeConfiguration<DesiredAccessRecord>
{
    public void Configure(EntityTypeBuilder<DesiredAccessRecord> builder)
    {
        builder.ToTable("DesiredAccesses");
        builder.HasKey(access => access.AccessId);
        builder.Property(access => access.AccessId).ValueGeneratedNever();
        builder.Property(access => access.Username).HasMaxLength(64);
        builder.Property(access => access.UsernameKey).HasMaxLength(96);
        builder.Property(access => access.Password).IsSecret();
        builder.Property(access => access.KeptBy).HasMaxLength(32);
        builder.Property(access => access.Note).HasMaxLength(200);
        builder.Property(access => access.FormerNote).HasMaxLength(200);
        builder.Ignore(access => access.State);
        builder.HasIndex(access => access.UsernameKey).IsUnique();
        builder.HasIndex(access => access.FixedAddressNumber);
        builder.HasIndex(access => access.ClaimedAddress).IsUnique();
        builder.HasIndex(access => access.KeepDisabledUntilUtc);
        // Those kept by hand are counted by plan; nearly all others have a subscription.
        builder.HasIndex(access => new { access.KeptBy, access.Lifecycle });
        builder.HasOne<AccessAccount>().WithOne().HasForeignKey<DesiredAccessRecord>(access => access.AccessId);
    }
}
