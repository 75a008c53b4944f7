using IspPortal.Core.Reporting.Reports;
using IspPortal.Infrastructure.Persistence;

namespace IspPortal.Infrastructure.Reporting.Reports;

internal sealed class CsvReportAttachments(PortalContextSource source, ReportFiles files) : ReportAttachments(ReportFormat.Csv, source, files);
