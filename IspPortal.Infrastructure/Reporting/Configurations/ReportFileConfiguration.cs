using IspPortal.Core.Reporting.Reports;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Reporting.Configurations;

internal sealed class ReportFileConfiguration : IEntityTypeConfiguration<ReportFile>
{
    public void Configure(EntityTypeBuilder<ReportFile> builder)
    {
        builder.ToTable("ReportFiles");
        builder.HasKey(file => new { file.ReportId, file.Format });
        builder.Property(file => file.Format).HasMaxLength(8);
        builder.HasIndex(file => file.StoredAs).IsUnique();
    }
}
