using IspPortal.Core.Reporting.Reports;
using IspPortal.Infrastructure.Persistence;

namespace IspPortal.Infrastructure.Reporting.Reports;

internal sealed class XlsxReportAttachments(PortalContextSource source, ReportFiles files) : ReportAttachments(ReportFormat.Xlsx, source, files);
