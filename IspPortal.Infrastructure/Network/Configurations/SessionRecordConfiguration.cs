using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Routers;
using IspPortal.Core.Network.Sessions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Network.Configurations;

internal sealed class SessionRecordConfiguration : IEntityTypeConfiguration<SessionRecord>
{
    public void Configure(EntityTypeBuilder<SessionRecord> builder)
    {
        builder.ToTable("SessionRecords");
        builder.HasKey(session => session.Id);
        builder.Property(session => session.Id).ValueGeneratedNever();
        builder.Property(session => session.Mark).HasMaxLength(64);
        builder.Property(session => session.Address).HasMaxLength(64);
        builder.Property(session => session.CallerId).HasMaxLength(64);
        builder.HasIndex(session => new { session.AccessId, session.StartedAtUtc });
        builder.HasIndex(session => new { session.AccessId, session.EndedAtUtc });
        builder.HasIndex(session => new { session.RouterId, session.StartedAtUtc });
        builder.HasIndex(session => new { session.RouterId, session.EndedAtUtc });
        builder.HasIndex(session => session.StartedAtUtc);
        builder.HasIndex(session => session.EndedAtUtc);
        builder.HasIndex(session => new { session.Address, session.StartedAtUtc });
        builder.HasOne<AccessAccount>().WithMany().HasForeignKey(session => session.AccessId);
        builder.HasOne<Router>().WithMany().HasForeignKey(session => session.RouterId);
    }
}
