using IspPortal.Core.Reporting.Reports;
using IspPortal.Infrastructure.Persistence.Conventions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IspPortal.Infrastructure.Reporting.Configurations;

internal sealed class ReportScheduleConfiguration : IEntityTypeConfiguration<ReportSchedule>
{
    public void Configure(EntityTypeBuilder<ReportSchedule> builder)
    {
        builder.ToTable("ReportSchedules");
        builder.HasKey(schedule => schedule.Id);
        builder.Property(schedule => schedule.Id).ValueGeneratedNever();
        builder.Property(schedule => schedule.Name).HasMaxLength(ReportRules.LongestName);
        builder.Property(schedule => schedule.Language).HasMaxLength(8);
        builder.Property(schedule => schedule.Order).IsLongText();
        builder.HasIndex(schedule => schedule.Name);
    }
}
