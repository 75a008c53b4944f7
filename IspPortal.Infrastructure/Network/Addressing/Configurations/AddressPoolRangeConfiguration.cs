using IspPortal.Core.Network.Addressing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Network.Addressing.Configurations;

internal sealed class AddressPoolRangeConfiguration : IEntityTypeConfiguration<AddressPoolRange>
{
    public void Configure(EntityTypeBuilder<AddressPoolRange> builder)
    {
        builder.ToTable("AddressPoolRanges");
        builder.HasKey(range => new { range.PoolId, range.Number });
        builder.HasIndex(range => new { range.RouterId, range.FromAddress });
        builder.HasOne<AddressPool>().WithMany().HasForeignKey(range => range.PoolId);
    }
}
