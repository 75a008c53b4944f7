using IspPortal.Core.Reporting.Reports;
using IspPortal.Infrastructure.Persistence.Conventions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Reporting.Configurations;

internal sealed class ReportConfiguration : IEntityTypeConfiguration<Report>
{
    public void Configure(EntityTypeBuilder<Report> builder)
    {
        builder.ToTable("Reports");
        builder.HasKey(report => report.Id);
        builder.Property(report => report.Id).ValueGeneratedNever();
        builder.Property(report => report.Language).HasMaxLength(8);
        builder.Property(report => report.Order).IsLongText();
        builder.Property(report => report.ScheduleKey).HasMaxLength(64);
        builder.Property(report => report.ErrorCode).HasMaxLength(80);
        builder.Property(report => report.ErrorDetail).HasMaxLength(500);
        builder.HasMany(report => report.Files).WithOne().HasForeignKey(file => file.ReportId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(report => report.ScheduleKey).IsUnique();
        builder.HasIndex(report => new { report.State, report.RequestedAtUtc });
        builder.HasIndex(report => new { report.ScheduleId, report.RequestedAtUtc });
        builder.HasIndex(report => report.RequestedAtUtc);
    }
}
