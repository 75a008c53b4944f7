using IspPortal.Core.Alerts.OnCall;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Alerts.Configurations;

internal sealed class OnCallOverrideConfiguration : IEntityTypeConfiguration<OnCallOverride>
{
    public void Configure(EntityTypeBuilder<OnCallOverride> builder)
    {
        builder.ToTable("OnCallOverrides");
        builder.HasKey(standIn => standIn.Id);
        builder.Property(standIn => standIn.Id).ValueGeneratedNever();
        builder.Property(standIn => standIn.Reason).HasMaxLength(300);
        builder.HasIndex(standIn => standIn.ToUtc);
    }
}
