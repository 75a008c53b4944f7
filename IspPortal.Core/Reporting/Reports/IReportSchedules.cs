using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Reporting.Reports;

/// <summary>Schedules of reports. Reading needs <see cref="ReportingPermissions.ReportsRead"/>, the rest <see cref="ReportingPermissions.ReportsWrite"/>.</summary>
public interface IReportSchedules
{
    /// <summary>Lists schedules by name; search over the name.</summary>
    Task<Result<Page<ReportScheduleRow>>> ListAsync(PageRequest page, CancellationToken cancellationToken);

    /// <summary>One schedule, or <see cref="ReportErrors.ScheduleNotFound"/>.</summary>
    Task<Result<ReportScheduleRow>> GetAsync(Guid scheduleId, CancellationToken cancellationToken);

    /// <summary>Makes one (version null; the same id twice makes one) or replaces it. What was due before is not made up for. <c>common.invalid</c> with fields, <c>common.version_conflict</c>.</summary>
    Task<Result> SaveAsync(Guid scheduleId, long? version, SaveReportScheduleRequest request, CancellationToken cancellationToken);

    /// <summary>Takes it away; its reports stay.</summary>
    Task<Result> DeleteAsync(Guid scheduleId, long version, CancellationToken cancellationToken);
}
