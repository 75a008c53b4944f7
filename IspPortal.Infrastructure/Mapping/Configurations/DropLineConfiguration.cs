using IspPortal.Core.Mapping.Plant;
using IspPortal.Core.Network.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Mapping.Configurations;

internal sealed class DropLineConfiguration : IEntityTypeConfiguration<DropLine>
{
    public void Configure(EntityTypeBuilder<DropLine> builder)
    {
        builder.ToTable("DropLines");
        builder.HasKey(line => line.AccessId);
        builder.Property(line => line.AccessId).ValueGeneratedNever();
        builder.HasIndex(line => line.DropId);
        builder.HasOne<AccessAccount>().WithMany().HasForeignKey(line => line.AccessId);
        builder.HasOne<Drop>().WithMany().HasForeignKey(line => line.DropId);
    }
}
