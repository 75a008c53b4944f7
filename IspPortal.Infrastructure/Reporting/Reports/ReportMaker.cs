using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Documents;
using IspPortal.Core.Network.Routers;
using IspPortal.Core.Reporting.Reports;
using IspPortal.Core.Reporting.Reports.Content;
using IspPortal.Core.Settings;
using IspPortal.Infrastructure.Persistence;
using IspPortal.Infrastructure.Tables;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Reporting.Reports;

/// <summary>Reads what a report says and writes it in the formats that were asked for.</summary>
internal sealed class ReportMaker(
    IEnumerable<IReportSource> sources,
    IDocumentHtml pages,
    IPdfPrinter printer,
    IReportSheets sheets,
    ICompanyLogo logo,
    ISettingsReader<CompanySettings> company,
    ISettingsReader<ReportSettings> settings,
    IDbContextFactory<PortalDbContext> contexts,
    TimeProvider clock)
{
    private const int MostMegabytes = 50;
    private const int Read = 70;
    private const int Written = 90;

    /// <summary>The files.</summary>
    /// <param name="order">What was asked.</param>
    /// <param name="told">Hears what is done and how far it is, in percent.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Result<IReadOnlyList<(ReportFormat Format, ReadOnlyMemory<byte> Content)>>> MakeAsync(ReportOrder order, Func<ReportStep, int, Task> told, CancellationToken cancellationToken)
    {
        var brief = await BriefAsync(order, cancellationToken);
        if (!brief.Succeeded)
        {
            return brief.Error;
        }

        var sections = await sources.Single(source => source.Kind == order.Kind).ReadAsync(brief.Value, share => told(ReportStep.Reading, (int)(Read * share)), cancellationToken);
        if (!sections.Succeeded)
        {
            return sections.Error;
        }

        var content = new ReportContent
        {
            Kind = order.Kind, Period = brief.Value.Period, Zone = brief.Value.Zone, MadeAtUtc = clock.UtcNow(), Sections = sections.Value, Logo = (await logo.FindAsync(cancellationToken))?.ToDataAddress(),
            Routers = brief.Value.IsAll ? [] : [.. brief.Value.Routers.Values.Order(StringComparer.OrdinalIgnoreCase)],
        };
        List<(ReportFormat, ReadOnlyMemory<byte>)> files = [];
        if (order.Formats.Contains(ReportFormat.Pdf))
        {
            await told(ReportStep.Printing, Read);
            var printed = await printer.PrintAsync(await pages.RenderAsync(content, order.Language, cancellationToken), cancellationToken);
            if (!printed.Succeeded)
            {
                return printed.Error;
            }

            files.Add((ReportFormat.Pdf, printed.Value.Bytes));
        }

        await told(ReportStep.Writing, Written);
        var words = sheets.Write(content, order.Language);
        if (order.Formats.Contains(ReportFormat.Xlsx))
        {
            files.Add((ReportFormat.Xlsx, XlsxWriter.Write(words, content.Zone)));
        }

        if (order.Formats.Contains(ReportFormat.Csv))
        {
            files.Add((ReportFormat.Csv, ReportCsv.Write(words, content.Zone)));
        }

        return files.Exists(file => file.Item2.Length > MostMegabytes * 1024L * 1024) ? ReportErrors.TooLarge(MostMegabytes) : files;
    }

    private async Task<Result<ReportBrief>> BriefAsync(ReportOrder order, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var wanted = order.RouterIds.ToList();
        var routers = await context.Set<Router>().AsNoTracking().Where(r => wanted.Count == 0 || wanted.Contains(r.Id)).ToDictionaryAsync(r => r.Id, r => r.Name, cancellationToken);
        if (wanted.Count > 0 && routers.Count < wanted.Count)
        {
            return ReportErrors.RouterGone;
        }

        var (zone, now) = (await ReportZone.OfAsync(company, cancellationToken), clock.UtcNow());
        var (from, to) = (ReportCalendar.StartUtc(order.FromOn, zone), ReportCalendar.StartUtc(order.ToOn.AddDays(1), zone));
        return new ReportBrief(new(order.FromOn, order.ToOn), zone, from, to < now ? to : now, routers, wanted.Count == 0, await settings.GetAsync(cancellationToken));
    }
}
