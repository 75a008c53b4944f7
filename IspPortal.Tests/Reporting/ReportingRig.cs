using System.Collections.Frozen;
using IspPortal.Core.Audit;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Documents;
using IspPortal.Core.Identity;
using IspPortal.Core.Messaging;
using IspPortal.Core.Reporting.Reports;
using IspPortal.Core.Reporting.Reports.Content;
using IspPortal.Core.Settings;
using IspPortal.Infrastructure.Hosting;
using IspPortal.Infrastructure.Reporting.Dashboards;
using IspPortal.Infrastructure.Reporting.Reports;
using IspPortal.Infrastructure.Settings;
using IspPortal.Tests.Network.Provisioning;
using IspPortal.Tests.Support;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Moq;

namespace IspPortal.Tests.Reporting;

/// <summary>The services of dashboards and reports over a real database; the figures of reports are the test's.</summary>
internal sealed class ReportingRig(PortalDatabase database, HandClock clock) : IAsyncDisposable
{
    public static readonly Guid Owner = Guid.CreateVersion7();
    public static readonly Guid Other = Guid.CreateVersion7();

    private readonly IDataProtectionProvider _keys = new EphemeralDataProtectionProvider();

    public PortalDatabase Database => database;

    public HandClock Clock => clock;

    public List<MessageOrder> Sent { get; } = [];

    /// <summary>What reading a report does.</summary>
    public Func<ReportBrief, Func<double, Task>, Task<Result<IReadOnlyList<ReportSection>>>> Read { get; set; } = static (_, _) => Task.FromResult(Result.Of<IReadOnlyList<ReportSection>>(
        [new ReportSection("Traffic") { Figures = [new ReportFigure("Down", 5.0, ReportUnit.Bytes)], Tables = [new ReportTable("UsagePerDay", [new("Day", ReportUnit.Day)], [[new DateOnly(2026, 10, 1)]])] }]));

    public static async Task<ReportingRig> CreateAsync(string provider = "Sqlite", DateTimeOffset? now = null)
    {
        var clock = new HandClock(now ?? new DateTimeOffset(2026, 11, 27, 3, 0, 0, TimeSpan.Zero));
        return new ReportingRig(await PortalDatabase.CreateAsync(provider, clock), clock);
    }

    public static Actor User(Guid id, params string[] permissions) => new(ActorKind.User, id, id == Owner ? "sari@isp.test" : "budi@isp.test", permissions.ToFrozenSet(StringComparer.Ordinal), "10.0.0.9");

    public DashboardDirectory Dashboards(Actor actor) => new(database.FactoryAs(actor), Of(actor));

    public DashboardEditor Editor(Actor actor) => new(database.FactoryAs(actor), Of(actor), clock);

    public DashboardLinks Links(Actor actor) => new(database.FactoryAs(actor), Of(actor), clock);

    public ReportFiles Files => field ??= new(Options.Create(database.Options), _keys);

    public ReportDesk Desk(Actor actor) => new(database.FactoryAs(actor), Files, Of(actor), new BusinessClock(Company, clock), clock);

    public ReportDirectory Reports(Actor actor) => new(database.FactoryAs(actor), Files, Audit.Object, Of(actor));

    public ReportSchedules Schedules(Actor actor) => new(database.FactoryAs(actor), Company, Of(actor), clock);

    public ReportScheduler Scheduler() => new(database.Factory, Company, clock);

    public ReportSweeper Sweeper() => new(database.Factory, Files, clock);

    public ReportTurn Turn() => new(database.Factory, clock);

    public Mock<IAuditWriter> Audit { get; } = new();

    public Mock<IPdfPrinter> Printer { get; } = new();

    public static SettingsOf<CompanySettings> Company { get; } = new(() => new CompanySettings { Name = "Nusantara Net" });

    public ReportRunner Runner()
    {
        Printer.Setup(p => p.PrintAsync(It.IsAny<string>(), It.IsAny<CancellationToken>())).ReturnsAsync((string html, CancellationToken _) => Result.Of(new PrintedPdf(System.Text.Encoding.UTF8.GetBytes("%PDF " + html), false)));
        var pages = new Mock<IDocumentHtml>();
        pages.Setup(p => p.RenderAsync(It.IsAny<IPrintedDocument>(), It.IsAny<string>(), It.IsAny<CancellationToken>())).ReturnsAsync((IPrintedDocument document, string language, CancellationToken _) => $"{document.FileName} {language}");
        var outbox = new Mock<IMessageOutbox>();
        outbox.Setup(o => o.QueueAsync(It.IsAny<MessageOrder>(), It.IsAny<CancellationToken>())).ReturnsAsync((MessageOrder order, CancellationToken _) =>
        {
            Sent.Add(order);
            return Result.Of(order.To.Count);
        });
        var sheets = new Mock<IReportSheets>();
        sheets.Setup(s => s.Name(It.IsAny<ReportKind>(), It.IsAny<ReportPeriod>(), It.IsAny<string>())).Returns((ReportKind kind, ReportPeriod period, string _) => (kind.ToString(), $"{period.FromOn:yyyy-MM-dd}"));
        sheets.Setup(s => s.Write(It.IsAny<ReportContent>(), It.IsAny<string>())).Returns([new ReportSheet("A", ["B"], [["C"]])]);
        var settings = new SettingsOf<ReportSettings>(() => new ReportSettings());
        var maker = new ReportMaker(
            [.. Enum.GetValues<ReportKind>().Select(kind => new Source(kind, this))], pages.Object, Printer.Object, sheets.Object, Mock.Of<ICompanyLogo>(), Company, settings, database.Factory, clock);
        var address = new PortalAddress(Options.Create(new PortalAddressOptions { PublicAddress = "https://portal.isp.test" }), new ServiceCollection().BuildServiceProvider());
        return new ReportRunner(Turn(), maker, new ReportSender(outbox.Object, sheets.Object, Company, address), Files, settings, clock, NullLogger<ReportRunner>.Instance);
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();

    private static ICurrentActor Of(Actor actor)
    {
        var current = new Mock<ICurrentActor> { CallBase = true };
        current.SetupGet(one => one.Actor).Returns(actor);
        return current.Object;
    }

    private sealed class Source(ReportKind kind, ReportingRig rig) : IReportSource
    {
        public ReportKind Kind => kind;

        public Task<Result<IReadOnlyList<ReportSection>>> ReadAsync(ReportBrief brief, Func<double, Task> told, CancellationToken cancellationToken) => rig.Read(brief, told);
    }
}
