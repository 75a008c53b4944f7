using IspPortal.Core.Mapping.Incidents;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Mapping.Configurations;

internal sealed class OutageLineConfiguration : IEntityTypeConfiguration<OutageLine>
{
    public void Configure(EntityTypeBuilder<OutageLine> builder)
    {
        builder.ToTable("OutageLines");
        builder.HasKey(line => new { line.OutageId, line.AccessId });
        builder.HasIndex(line => new { line.AccessId, line.FromUtc });
        builder.HasOne<Outage>().WithMany().HasForeignKey(line => line.OutageId);
    }
}
