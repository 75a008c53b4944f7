using IspPortal.Core.Mapping.Plant;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Mapping.Configurations;

internal sealed class JointEndConfiguration : IEntityTypeConfiguration<JointEnd>
{
    public void Configure(EntityTypeBuilder<JointEnd> builder)
    {
        builder.ToTable("JointEnds");
        builder.HasKey(end => new { end.JointId, end.Place });
        builder.Property(end => end.Kind).HasMaxLength(16);
        builder.Property(end => end.Side).HasMaxLength(1);
        builder.HasIndex(end => new { end.OwnerId, end.Kind, end.Number, end.Side }).IsUnique();
        builder.HasOne<CoreJoint>().WithMany().HasForeignKey(end => end.JointId);
    }
}
