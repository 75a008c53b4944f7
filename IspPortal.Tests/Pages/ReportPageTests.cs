using Bunit;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Reporting;
using IspPortal.Core.Reporting.Reports;
using IspPortal.Web.Features.Reports.Pages;
using Moq;

namespace IspPortal.Tests.Pages;

/// <summary>A report while it is made, when it is ready, and when it failed.</summary>
public sealed class ReportPageTests : PageScene
{
    private static readonly Guid Id = new("01890a5d-ac96-774b-bcce-b302099a8057");

    private readonly Mock<IReportDirectory> _reports;
    private readonly Mock<IReportDesk> _desk;
    private ReportRow _row = new(Id, ReportKind.Usage, new(new(2026, 10, 1), new(2026, 10, 31)), "id", ReportState.Running, ReportStep.Reading, 35, null, null, null, "sari", DateTime.UnixEpoch, DateTime.UnixEpoch, null, null, 3);
    private IReadOnlyList<ReportFileRow> _files = [];

    public ReportPageTests()
    {
        _reports = Stub<IReportDirectory>();
        _desk = Stub<IReportDesk>();
        _reports.Setup(r => r.GetAsync(Id, It.IsAny<CancellationToken>())).ReturnsAsync(() => Result.Of(new ReportDetails(_row, new ReportOrder { Recipients = ["owner@isp.test"] }, [], _files)));
        Allow(ReportingPermissions.ReportsRead, ReportingPermissions.ReportsWrite);
    }

    [Theory]
    [InlineData("en", "Reading figures", "1–31 October 2026")]
    [InlineData("id", "Membaca angka", "1–31 Oktober 2026")]
    public void Its_progress_moves_until_the_files_are_there(string language, string step, string period)
    {
        System.Globalization.CultureInfo.CurrentUICulture = System.Globalization.CultureInfo.CurrentCulture = System.Globalization.CultureInfo.GetCultureInfo(language);
        var missing = MissingTexts.Watch(Services);
        var page = Open<ReportPage>(p => p.Add(one => one.ReportId, Id));
        Assert.Equal("35", page.Find("[role=progressbar]").GetAttribute("aria-valuenow"));
        Assert.Contains(step, page.Markup, StringComparison.Ordinal);
        Assert.Contains(period, page.Markup, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("[data-act=again]"));

        _row = _row with { Percent = 90, Step = ReportStep.Writing };
        Clock.Advance(TimeSpan.FromSeconds(1));
        page.WaitForAssertion(() => Assert.Equal("90", page.Find("[role=progressbar]").GetAttribute("aria-valuenow")));
        (_row, _files) = (_row with { State = ReportState.Ready, Step = ReportStep.Done, Percent = 100, EndedAtUtc = DateTime.UnixEpoch.AddSeconds(4), ExpiresAtUtc = DateTime.UnixEpoch.AddDays(30) }, [new(ReportFormat.Pdf, 123_456)]);
        Clock.Advance(TimeSpan.FromSeconds(1));
        page.WaitForAssertion(() => Assert.Equal($"/export/reports/{Id}/pdf", page.Find("[data-file=Pdf]").GetAttribute("href")));
        Assert.Contains("owner@isp.test", page.Markup, StringComparison.Ordinal);
        Assert.Empty(missing.Keys);

        // A finished one is asked for no more.
        _reports.Invocations.Clear();
        Clock.Advance(TimeSpan.FromSeconds(5));
        _reports.VerifyNoOtherCalls();
    }

    [Fact]
    public async Task One_that_failed_says_why_and_is_made_again()
    {
        _row = _row with { State = ReportState.Failed, ErrorCode = "printing.no_browser", ErrorDetail = "/nowhere" };
        _desk.Setup(d => d.RunAgainAsync(Id, 3, It.IsAny<CancellationToken>())).ReturnsAsync(() =>
        {
            _row = _row with { State = ReportState.Waiting, ErrorCode = null, Percent = 0, Version = 4 };
            return Result.Success;
        });
        var page = Open<ReportPage>(p => p.Add(one => one.ReportId, Id));
        Assert.Contains("printing.no_browser", page.Markup, StringComparison.Ordinal);
        await page.Find("[data-act=again]").ClickAsync(new());
        Assert.NotNull(page.Find("[data-report-state=Waiting]"));
    }

    [Fact]
    public void Who_only_reads_is_offered_nothing_else()
    {
        _row = _row with { State = ReportState.Ready };
        Allow(ReportingPermissions.ReportsRead);
        var page = Open<ReportPage>(p => p.Add(one => one.ReportId, Id));
        Assert.Empty(page.FindAll("[data-act]"));
    }
}
