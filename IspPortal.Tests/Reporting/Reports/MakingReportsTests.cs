using System.Text;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Documents;
using IspPortal.Core.Identity;
using IspPortal.Core.Reporting;
using IspPortal.Core.Reporting.Reports;
using IspPortal.Core.Reporting.Reports.Content;
using IspPortal.Infrastructure.Reporting.Reports;
using IspPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Moq;

namespace IspPortal.Tests.Reporting.Reports;

/// <summary>From asking to the file: progress, crashes, two nodes, schedules, time that passes.</summary>
public sealed class MakingReportsTests
{
    private static readonly Actor Clerk = ReportingRig.User(ReportingRig.Owner, ReportingPermissions.ReportsRead, ReportingPermissions.ReportsWrite);

    private static readonly ReportOrder October = new()
    {
        Kind = ReportKind.Usage, FromOn = new(2026, 10, 1), ToOn = new(2026, 10, 31), Language = "en", Formats = [ReportFormat.Pdf, ReportFormat.Xlsx, ReportFormat.Csv], Recipients = ["owner@isp.test", "noc@isp.test"],
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task What_was_asked_for_is_made_sent_and_can_be_loaded(string provider)
    {
        await using var rig = await ReportingRig.CreateAsync(provider);
        var id = await AskAsync(rig);
        var told = new List<(ReportState, ReportStep, int)>();
        var inner = rig.Read;
        rig.Read = async (brief, progress) =>
        {
            Assert.Equal((new DateTime(2026, 9, 30, 17, 0, 0), new DateTime(2026, 10, 31, 17, 0, 0)), (brief.FromUtc, brief.ToUtc));
            await progress(0.5);
            var row = (await rig.Reports(Clerk).GetAsync(id, Token)).Value.Row;
            told.Add((row.State, row.Step, row.Percent));
            return await inner(brief, progress);
        };
        Assert.Equal((id, null), await rig.Runner().RunAsync(Token));

        Assert.Equal([(ReportState.Running, ReportStep.Reading, 35)], told);
        var made = (await rig.Reports(Clerk).GetAsync(id, Token)).Value;
        Assert.Equal((ReportState.Ready, ReportStep.Done, 100), (made.Row.State, made.Row.Step, made.Row.Percent));
        Assert.Equal([ReportFormat.Pdf, ReportFormat.Xlsx, ReportFormat.Csv], made.Files.Select(file => file.Format));
        Assert.Equal(rig.Clock.GetUtcNow().UtcDateTime.AddDays(30), made.Row.ExpiresAtUtc!.Value, TimeSpan.FromSeconds(1));
        var file = (await rig.Reports(Clerk).OpenFileAsync(id, ReportFormat.Pdf, Token)).Value;
        using var reader = new StreamReader(file.Content);
        Assert.Equal(("%PDF usage-2026-10-01-2026-10-31 en", "application/pdf", "usage-2026-10-01-2026-10-31.pdf"), (await reader.ReadToEndAsync(Token), file.MediaType, file.FileName));
        rig.Audit.Verify(audit => audit.WriteAsync("exported", "report", id.ToString(), It.IsAny<object>(), It.IsAny<CancellationToken>()), Times.Once);

        var sent = Assert.Single(rig.Sent);
        Assert.Equal(("report.ready", id, "ready-0"), (sent.Event, sent.SubjectId, sent.Kind));
        Assert.Equal(["owner@isp.test", "noc@isp.test"], sent.To.Select(to => to.Address));
        Assert.Equal($"https://portal.isp.test/reports/{id}", sent.Values["link"]);
        Assert.Equal(ReportMessages.Ready.Fields.Select(field => field.Name).Order(), sent.Values.Keys.Order());
        var attachment = Assert.Single(sent.Attachments!, one => one.FileName.EndsWith(".pdf", StringComparison.Ordinal));
        var opened = await new PdfReportAttachments(rig.Database.Source, rig.Files).OpenAsync(attachment.Id, Token);
        Assert.Equal("application/pdf", opened!.Value.MediaType);
        Assert.Null(await rig.Runner().RunAsync(Token));
    }

    [Fact]
    public async Task The_file_on_the_disk_tells_nothing()
    {
        await using var rig = await ReportingRig.CreateAsync();
        await AskAsync(rig);
        await rig.Runner().RunAsync(Token);
        var files = Directory.GetFiles(Path.Combine(rig.Database.Options.DataDirectory, ReportFiles.Folder), "*", SearchOption.AllDirectories);
        Assert.Equal(3, files.Length);
        Assert.All(files, file => Assert.DoesNotContain("usage", Encoding.UTF8.GetString(File.ReadAllBytes(file)), StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task One_that_fails_says_why_and_can_be_made_again()
    {
        await using var rig = await ReportingRig.CreateAsync();
        var id = await AskAsync(rig);
        var runner = rig.Runner();
        rig.Printer.Setup(p => p.PrintAsync(It.IsAny<string>(), It.IsAny<CancellationToken>())).ReturnsAsync(PrintingErrors.NoBrowser("/nowhere"));
        Assert.Equal("printing.no_browser", (await runner.RunAsync(Token))?.Error?.Code);
        var failed = (await rig.Reports(Clerk).GetAsync(id, Token)).Value.Row;
        Assert.Equal((ReportState.Failed, "printing.no_browser", "/nowhere"), (failed.State, failed.ErrorCode, failed.ErrorDetail));
        Assert.Empty(rig.Sent);

        Assert.True((await rig.Desk(Clerk).RunAgainAsync(id, failed.Version, Token)).Succeeded);
        Assert.Equal(ReportErrors.StillRunning, (await rig.Desk(Clerk).RunAgainAsync(id, failed.Version, Token)).Error);
        await rig.Runner().RunAsync(Token);
        var row = (await rig.Reports(Clerk).GetAsync(id, Token)).Value.Row;
        Assert.Equal((ReportState.Ready, null), (row.State, row.ErrorCode));
        Assert.Equal("ready-1", Assert.Single(rig.Sent).Kind);
    }

    [Fact]
    public async Task One_that_breaks_says_so_instead_of_running_for_ever()
    {
        await using var rig = await ReportingRig.CreateAsync();
        var id = await AskAsync(rig);
        rig.Read = (_, _) => throw new InvalidOperationException("boom");
        await rig.Runner().RunAsync(Token);
        var row = (await rig.Reports(Clerk).GetAsync(id, Token)).Value.Row;
        Assert.Equal((ReportState.Failed, "reports.broken", "boom"), (row.State, row.ErrorCode, row.ErrorDetail));
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task One_that_a_crash_left_is_taken_up_again_and_is_one(string provider)
    {
        await using var rig = await ReportingRig.CreateAsync(provider);
        var id = await AskAsync(rig);
        var dead = Guid.CreateVersion7();
        Assert.NotNull(await rig.Turn().TakeAsync(dead, Token));
        Assert.Null(await rig.Runner().RunAsync(Token));

        rig.Clock.Advance(ReportTurn.Lease + TimeSpan.FromSeconds(1));
        Assert.Equal((id, null), await rig.Runner().RunAsync(Token));
        Assert.Equal(3, (await rig.Reports(Clerk).GetAsync(id, Token)).Value.Files.Count);
        Assert.Single(rig.Sent);

        // The one that was thought dead wakes up: it is its report no more.
        Assert.False(await rig.Turn().TellAsync(id, dead, ReportStep.Printing, 80, Token));
        Assert.False(await rig.Turn().ChangeAsync(id, dead, (_, row) => row.Percent = 1, Token));
        Assert.Equal(ReportState.Ready, (await rig.Reports(Clerk).GetAsync(id, Token)).Value.Row.State);
    }

    [Fact]
    public async Task One_that_kills_the_portal_again_and_again_is_given_up()
    {
        await using var rig = await ReportingRig.CreateAsync();
        var id = await AskAsync(rig);
        for (var n = 0; n < 3; n++)
        {
            Assert.NotNull(await rig.Turn().TakeAsync(Guid.CreateVersion7(), Token));
            rig.Clock.Advance(ReportTurn.Lease + TimeSpan.FromSeconds(1));
        }

        Assert.Equal("reports.given_up", (await rig.Runner().RunAsync(Token))?.Error?.Code);
        Assert.Equal(ReportState.Failed, (await rig.Reports(Clerk).GetAsync(id, Token)).Value.Row.State);
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task Two_nodes_make_one_report_once(string provider)
    {
        await using var rig = await ReportingRig.CreateAsync(provider);
        await AskAsync(rig);
        var taken = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => rig.Turn().TakeAsync(Guid.CreateVersion7(), Token)));
        Assert.Single(taken, report => report is not null);
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task A_schedule_asks_once_for_each_period_on_however_many_nodes(string provider)
    {
        await using var rig = await ReportingRig.CreateAsync(provider, new DateTimeOffset(2026, 11, 29, 22, 0, 0, TimeSpan.Zero));
        var id = Guid.CreateVersion7();
        var schedule = new SaveReportScheduleRequest { Name = "Senin", Cadence = ReportCadence.Weekly, Hour = 6, Order = October with { FromOn = default, ToOn = default } };
        Assert.True((await rig.Schedules(Clerk).SaveAsync(id, null, schedule, Token)).Succeeded);
        Assert.Equal(new DateTime(2026, 11, 29, 23, 0, 0), (await rig.Schedules(Clerk).GetAsync(id, Token)).Value.NextDueAtUtc);
        Assert.Equal(0, await rig.Scheduler().LookAsync(Token));

        rig.Clock.Advance(TimeSpan.FromHours(1));
        var asked = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => rig.Scheduler().LookAsync(Token)));
        Assert.Equal(1, asked.Sum());
        Assert.Equal(0, await rig.Scheduler().LookAsync(Token));
        var made = Assert.Single((await rig.Reports(Clerk).ListAsync(new ReportFilter(ScheduleId: id), new(), Token)).Value.Items);
        Assert.Equal((new ReportPeriod(new(2026, 11, 23), new(2026, 11, 29)), "Senin"), (made.Period, made.RequestedBy));

        // Three weeks of rest: only the last period is made up for; one that was taken away does not come back.
        await rig.Runner().RunAsync(Token);
        made = (await rig.Reports(Clerk).GetAsync(made.Id, Token)).Value.Row;
        Assert.True((await rig.Desk(Clerk).DeleteAsync(made.Id, made.Version, Token)).Succeeded);
        Assert.Equal(0, await rig.Scheduler().LookAsync(Token));
        rig.Clock.Advance(TimeSpan.FromDays(21));
        Assert.Equal(1, await rig.Scheduler().LookAsync(Token));
        Assert.Equal(new DateOnly(2026, 12, 14), Assert.Single((await rig.Reports(Clerk).ListAsync(new ReportFilter(ScheduleId: id), new(), Token)).Value.Items).Period.FromOn);
    }

    [Fact]
    public async Task A_schedule_that_rests_or_is_new_makes_up_for_nothing()
    {
        await using var rig = await ReportingRig.CreateAsync();
        var id = Guid.CreateVersion7();
        var schedule = new SaveReportScheduleRequest { Name = "Harian", Cadence = ReportCadence.Daily, Hour = 1, Order = October };
        await rig.Schedules(Clerk).SaveAsync(id, null, schedule, Token);
        Assert.Equal(0, await rig.Scheduler().LookAsync(Token));
        var version = (await rig.Schedules(Clerk).GetAsync(id, Token)).Value.Version;
        await rig.Schedules(Clerk).SaveAsync(id, version, schedule with { IsEnabled = false }, Token);
        rig.Clock.Advance(TimeSpan.FromDays(3));
        Assert.Equal(0, await rig.Scheduler().LookAsync(Token));
        version = (await rig.Schedules(Clerk).GetAsync(id, Token)).Value.Version;
        await rig.Schedules(Clerk).SaveAsync(id, version, schedule, Token);
        Assert.Equal(0, await rig.Scheduler().LookAsync(Token));
        rig.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(1, await rig.Scheduler().LookAsync(Token));
        Assert.Equal("common.version_conflict", (await rig.Schedules(Clerk).SaveAsync(id, version, schedule, Token)).Error?.Code);
    }

    [Fact]
    public async Task Files_go_when_their_time_is_over_and_those_that_nobody_knows_too()
    {
        await using var rig = await ReportingRig.CreateAsync(now: TimeProvider.System.GetUtcNow());
        var order = October with { FromOn = new(2026, 1, 1), ToOn = new(2026, 1, 31) };
        var id = await AskAsync(rig, order);
        await rig.Runner().RunAsync(Token);
        var orphan = Guid.CreateVersion7();
        await rig.Files.SaveAsync(orphan, new byte[] { 1 }, Token);
        Assert.Equal((0, 0), await rig.Sweeper().SweepAsync(Token));

        rig.Clock.Advance(TimeSpan.FromDays(31));
        Assert.Equal((1, 1), await rig.Sweeper().SweepAsync(Token));
        var row = (await rig.Reports(Clerk).GetAsync(id, Token)).Value;
        Assert.Equal((ReportState.Expired, 0), (row.Row.State, row.Files.Count));
        Assert.Equal(ReportErrors.NoFile, (await rig.Reports(Clerk).OpenFileAsync(id, ReportFormat.Pdf, Token)).Error);
        Assert.Empty(Directory.GetFiles(Path.Combine(rig.Database.Options.DataDirectory, ReportFiles.Folder), "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_router_that_is_gone_fails_the_order_and_the_report()
    {
        await using var rig = await ReportingRig.CreateAsync();
        Assert.Equal(ReportErrors.RouterGone, (await rig.Desk(Clerk).RequestAsync(Guid.CreateVersion7(), October with { RouterIds = [Guid.CreateVersion7()] }, Token)).Error);
    }

    [Fact]
    public async Task Who_may_not_asks_for_nothing_and_loads_nothing()
    {
        await using var rig = await ReportingRig.CreateAsync();
        var id = await AskAsync(rig);
        await rig.Runner().RunAsync(Token);
        var technician = ReportingRig.User(ReportingRig.Other, ReportingPermissions.DashboardsRead);
        Assert.Equal("identity.forbidden", (await rig.Reports(technician).OpenFileAsync(id, ReportFormat.Pdf, Token)).Error?.Code);
        Assert.Equal("identity.forbidden", (await rig.Reports(technician).ListAsync(new(), new(), Token)).Error?.Code);
        Assert.Equal("identity.forbidden", (await rig.Desk(technician).RequestAsync(Guid.CreateVersion7(), October, Token)).Error?.Code);
        Assert.Equal("identity.forbidden", (await rig.Desk(technician).DeleteAsync(id, 1, Token)).Error?.Code);
        Assert.Equal("identity.forbidden", (await rig.Schedules(technician).SaveAsync(id, null, new(), Token)).Error?.Code);
    }

    private static async Task<Guid> AskAsync(ReportingRig rig, ReportOrder? order = null)
    {
        var id = Guid.CreateVersion7();
        var asked = await rig.Desk(Clerk).RequestAsync(id, order ?? October, Token);
        Assert.True(asked.Succeeded, asked.Error?.ToString());
        Assert.True((await rig.Desk(Clerk).RequestAsync(id, order ?? October, Token)).Succeeded);
        return id;
    }
}
