using IspPortal.Core.Messaging;
using IspPortal.Core.Reporting.Reports;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Reporting.Reports;

/// <summary>The file of one format for messages that bring a report along. They ask by the report: one that was made again meanwhile sends the new file.</summary>
internal abstract class ReportAttachments(ReportFormat format, PortalContextSource source, ReportFiles files) : IMessageAttachmentSource
{
    private const string By = "report-attachments";

    public string Source => ReportFormats.SourceOf(format);

    public async Task<(Stream Content, string MediaType)?> OpenAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var context = source.CreateForSystem(By);
        var storedAs = await context.Set<ReportFile>().Where(file => file.ReportId == id && file.Format == format).Select(file => (Guid?)file.StoredAs).SingleOrDefaultAsync(cancellationToken);
        return storedAs is { } name && await files.ReadAsync(name, cancellationToken) is { } content ? (new MemoryStream(content, writable: false), ReportFormats.MediaTypeOf(format)) : null;
    }
}
