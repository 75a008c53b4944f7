using IspPortal.Core.Common.Results;
using IspPortal.Core.Reporting.Reports;
using IspPortal.Core.Reporting.Reports.Content;

namespace IspPortal.Infrastructure.Reporting.Reports;

/// <summary>Reads the figures of one kind of report.</summary>
internal interface IReportSource
{
    ReportKind Kind { get; }

    /// <summary>Its sections.</summary>
    /// <param name="brief">What of.</param>
    /// <param name="told">Hears how much is read, 0–1.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<Result<IReadOnlyList<ReportSection>>> ReadAsync(ReportBrief brief, Func<double, Task> told, CancellationToken cancellationToken);
}
