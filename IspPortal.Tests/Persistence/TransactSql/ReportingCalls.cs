using IspPortal.Core.Audit;
using IspPortal.Core.Messaging;
using IspPortal.Core.Monitoring.Series;
using IspPortal.Core.Reporting.Dashboards;
using IspPortal.Core.Reporting.Reports;
using IspPortal.Core.Settings;
using IspPortal.Infrastructure.Reporting;
using IspPortal.Infrastructure.Reporting.Dashboards;
using IspPortal.Infrastructure.Reporting.Reports;
using IspPortal.Infrastructure.Reporting.Reports.Sources;
using Microsoft.Extensions.DependencyInjection;

namespace IspPortal.Tests.Persistence.TransactSql;

/// <summary>The services of dashboards and reports.</summary>
internal sealed class ReportingCalls : ServiceCalls
{
    private static readonly ReportOrder Order = new() { FromOn = new(2026, 1, 1), ToOn = new(2026, 1, 31), RouterIds = [Id] };

    public override IReadOnlyDictionary<string, Func<IServiceProvider, Task>> All { get; } = new Dictionary<string, Func<IServiceProvider, Task>>(StringComparer.Ordinal)
    {
        ["DashboardDirectory"] = async services =>
        {
            var dashboards = services.GetRequiredService<IDashboardDirectory>();
            await dashboards.ListAsync(new(true), new(2, 10, "a%_[", "updated", true), Token);
            await dashboards.ListAsync(new(), new(Sort: "owner"), Token);
            await dashboards.GetAsync(Id, Token);
        },
        ["DashboardEditor"] = async services =>
        {
            var editor = services.GetRequiredService<IDashboardEditor>();
            await editor.CreateAsync(Id, new() { Name = "a" }, Token);
            await editor.SaveAsync(Id, 1, new() { Name = "a" }, Token);
            await editor.DuplicateAsync(Id, Id, "a", Token);
            await editor.DeleteAsync(Id, 1, Token);
        },
        ["DashboardLinks"] = async services =>
        {
            var links = services.GetRequiredService<IDashboardLinks>();
            await links.ListAsync(Id, Token);
            await links.MakeAsync(Id, 7, Token);
            await links.RevokeAsync(Id, Id, Token);
        },
        ["PublicDashboards"] = services => services.GetRequiredService<IPublicDashboards>().OpenAsync("a", Token),
        ["DashboardAuditNames"] = services => NamesAsync<DashboardAuditNames>(services, "dashboard"),
        ["ReportAuditNames"] = services => NamesAsync<ReportAuditNames>(services, "report", "report-schedule"),
        ["SeriesNames"] = services => services.GetRequiredService<SeriesNames>().OfAsync([SeriesSubject.Access(Id), SeriesSubject.Interface(Id, "ether1")], Token),
        ["ReportDirectory"] = async services =>
        {
            var reports = services.GetRequiredService<IReportDirectory>();
            await reports.ListAsync(new(ReportKind.Usage, ReportState.Ready, Id), new(2, 10, "a%_["), Token);
            await reports.GetAsync(Id, Token);
            await reports.OpenFileAsync(Id, ReportFormat.Pdf, Token);
        },
        ["ReportDesk"] = async services =>
        {
            var desk = services.GetRequiredService<IReportDesk>();
            await desk.RequestAsync(Id, Order, Token);
            await desk.RequestAsync(Id, Order with { RouterIds = [] }, Token);
            await desk.RunAgainAsync(Id, 1, Token);
            await desk.DeleteAsync(Id, 1, Token);
        },
        ["ReportSchedules"] = async services =>
        {
            var schedules = services.GetRequiredService<IReportSchedules>();
            await schedules.ListAsync(new(2, 10, "a%_["), Token);
            await schedules.GetAsync(Id, Token);
            await schedules.SaveAsync(Id, null, new() { Name = "a", Order = Order with { RouterIds = [] } }, Token);
            await schedules.DeleteAsync(Id, 1, Token);
        },
        ["ReportScheduler"] = services => services.GetRequiredService<ReportScheduler>().LookAsync(Token),
        ["ReportSweeper"] = services => services.GetRequiredService<ReportSweeper>().SweepAsync(Token),
        ["ReportTurn"] = async services =>
        {
            var turn = services.GetRequiredService<ReportTurn>();
            await turn.TakeAsync(Id, Token);
            await turn.TellAsync(Id, Id, ReportStep.Reading, 1, Token);
            await turn.HoldAsync(Id, Id, Token);
            await turn.ChangeAsync(Id, Id, (_, _) => { }, Token);
        },
        ["ReportMaker"] = services => services.GetRequiredService<ReportMaker>().MakeAsync(Order, (_, _) => Task.CompletedTask, Token),
        ["PdfReportAttachments"] = services => AttachmentAsync<PdfReportAttachments>(services),
        ["XlsxReportAttachments"] = services => AttachmentAsync<XlsxReportAttachments>(services),
        ["CsvReportAttachments"] = services => AttachmentAsync<CsvReportAttachments>(services),
        ["AvailabilitySource"] = services => ReadAsync<AvailabilitySource>(services),
        ["UsageSource"] = services => ReadAsync<UsageSource>(services),
        ["GrowthSource"] = services => ReadAsync<GrowthSource>(services),
        ["CompanyLogoDesk"] = async services =>
        {
            var logo = services.GetRequiredService<ICompanyLogo>();
            await logo.FindAsync(Token);
            await logo.SaveAsync(new byte[] { 0xFF, 0xD8, 0xFF }, Token);
            await logo.RemoveAsync(Token);
        },
    };

    private static async Task NamesAsync<TNames>(IServiceProvider services, params string[] entities)
        where TNames : IAuditNames
    {
        var names = services.GetServices<IAuditNames>().OfType<TNames>().Single();
        await names.NamesAsync([.. entities.Select(entity => new AuditThing(entity, Id.ToString()))], Token);
        await names.FindAsync("a%_[", 10, Token);
    }

    private static Task AttachmentAsync<TAttachments>(IServiceProvider services)
        where TAttachments : IMessageAttachmentSource => services.GetServices<IMessageAttachmentSource>().OfType<TAttachments>().Single().OpenAsync(Id, Token);

    private static async Task ReadAsync<TSource>(IServiceProvider services)
        where TSource : IReportSource
    {
        var source = services.GetServices<IReportSource>().OfType<TSource>().Single();
        var (from, to) = (new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc), new DateTime(2026, 1, 3, 0, 0, 0, DateTimeKind.Utc));
        var brief = new ReportBrief(new(new(2026, 1, 1), new(2026, 1, 2)), TimeZoneInfo.Utc, from, to, new Dictionary<Guid, string> { [Id] = "a" }, true, new());
        await source.ReadAsync(brief, _ => Task.CompletedTask, Token);
        await source.ReadAsync(brief with { IsAll = false }, _ => Task.CompletedTask, Token);
    }
}
