using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Reporting.Reports;

/// <summary>Asks for reports. Needs <see cref="ReportingPermissions.ReportsWrite"/>.</summary>
public interface IReportDesk
{
    /// <summary>Queues a report; the same id twice is one. <c>common.invalid</c> with fields, <see cref="ReportErrors.RouterGone"/>.</summary>
    Task<Result> RequestAsync(Guid reportId, ReportOrder order, CancellationToken cancellationToken);

    /// <summary>Makes it once more, with the figures of now. <see cref="ReportErrors.NotFound"/>, <see cref="ReportErrors.StillRunning"/>, <c>common.version_conflict</c>.</summary>
    Task<Result> RunAgainAsync(Guid reportId, long version, CancellationToken cancellationToken);

    /// <summary>Takes it away with its files. The same errors.</summary>
    Task<Result> DeleteAsync(Guid reportId, long version, CancellationToken cancellationToken);
}
