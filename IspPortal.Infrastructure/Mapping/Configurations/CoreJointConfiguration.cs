using IspPortal.Core.Mapping.Plant;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Mapping.Configurations;

internal sealed class CoreJointConfiguration : IEntityTypeConfiguration<CoreJoint>
{
    public void Configure(EntityTypeBuilder<CoreJoint> builder)
    {
        builder.ToTable("CoreJoints");
        builder.HasKey(joint => joint.Id);
        builder.Property(joint => joint.Id).ValueGeneratedNever();
        builder.Property(joint => joint.Kind).HasMaxLength(16);
        builder.HasIndex(joint => joint.NodeId);
        builder.HasOne<PlantNode>().WithMany().HasForeignKey(joint => joint.NodeId);
    }
}
