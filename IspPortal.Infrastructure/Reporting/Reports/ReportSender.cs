using System.Globalization;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Messaging;
using IspPortal.Core.Reporting.Reports;
using IspPortal.Core.Reporting.Reports.Content;
using IspPortal.Core.Settings;
using IspPortal.Infrastructure.Hosting;

namespace IspPortal.Infrastructure.Reporting.Reports;

/// <summary>Hands a finished report to the messages. They keep each once for each run that a person asked for, so that a run that is made up for sends nothing twice.</summary>
internal sealed class ReportSender(IMessageOutbox outbox, IReportSheets sheets, ISettingsReader<CompanySettings> company, PortalAddress address)
{
    public async Task<Error?> SendAsync(Report report, ReportOrder order, IReadOnlyList<ReportFormat> formats, CancellationToken cancellationToken)
    {
        var period = new ReportPeriod(order.FromOn, order.ToOn);
        var (title, days) = sheets.Name(order.Kind, period, order.Language);
        var queued = await outbox.QueueAsync(
            new MessageOrder(
                ReportMessages.Ready.Key,
                report.Id,
                string.Create(CultureInfo.InvariantCulture, $"ready-{report.Runs}"),
                [.. order.Recipients.Select(recipient => new MessageRecipient(MessageChannel.Email, recipient, null, order.Language))],
                new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["company"] = (await company.GetAsync(cancellationToken)).Name,
                    ["report"] = title,
                    ["period"] = days,
                    ["schedule"] = report.ScheduleId is null ? title : report.RequestedBy,
                    ["link"] = $"{address.Find()}/reports/{report.Id}",
                },
                Attachments: [.. formats.Select(format => new MessageAttachment(ReportFormats.SourceOf(format), report.Id, ReportFormats.FileNameOf(order.Kind, period, format)))]),
            cancellationToken);
        return queued.Error;
    }
}
