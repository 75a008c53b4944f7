using IspPortal.Core.Reporting.Reports;
using IspPortal.Infrastructure.Persistence;

namespace IspPortal.Infrastructure.Reporting.Reports;

internal sealed class PdfReportAttachments(PortalContextSource source, ReportFiles files) : ReportAttachments(ReportFormat.Pdf, source, files);
