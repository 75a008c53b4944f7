using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Reporting.Reports;

/// <summary>Reads reports. Needs <see cref="ReportingPermissions.ReportsRead"/>.</summary>
public interface IReportDirectory
{
    /// <summary>Lists reports, the latest first; search over who asked.</summary>
    Task<Result<Page<ReportRow>>> ListAsync(ReportFilter filter, PageRequest page, CancellationToken cancellationToken);

    /// <summary>One report, or <see cref="ReportErrors.NotFound"/>.</summary>
    Task<Result<ReportDetails>> GetAsync(Guid reportId, CancellationToken cancellationToken);

    /// <summary>One of its files; every loading is in the audit. <see cref="ReportErrors.NotFound"/>, <see cref="ReportErrors.NoFile"/>.</summary>
    Task<Result<ReportDownload>> OpenFileAsync(Guid reportId, ReportFormat format, CancellationToken cancellationToken);
}
