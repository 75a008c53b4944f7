using IspPortal.Core.Network.Isolir;
using IspPortal.Core.Network.Routers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Network.Configurations;

internal sealed class IsolirCheckConfiguration : IEntityTypeConfiguration<IsolirCheckRecord>
{
    public void Configure(EntityTypeBuilder<IsolirCheckRecord> builder)
    {
        builder.ToTable("IsolirChecks");
        builder.HasKey(check => check.RouterId);
        builder.Property(check => check.RouterId).ValueGeneratedNever();
        builder.Property(check => check.CheckedBy).HasMaxLength(256);
        builder.Property(check => check.ErrorCode).HasMaxLength(128);
        builder.Property(check => check.ReportJson).HasMaxLength(64_000);
        builder.HasOne<Router>().WithMany().HasForeignKey(check => check.RouterId);
    }
}
