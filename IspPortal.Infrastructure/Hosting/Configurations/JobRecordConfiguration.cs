using IspPortal.Core.Common.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Hosting.Configurations;

internal sealed class JobRecordConfiguration : IEntityTypeConfiguration<JobRecord>
{
    public void Configure(EntityTypeBuilder<JobRecord> builder)
    {
        builder.ToTable("job_records");
        builder.HasKey(record => record.Key);
        builder.Property(record => record.Key).HasMaxLength(128);
        builder.Property(record => record.LastText).HasMaxLength(2000);
    }
}
