using System.Text.Json.Nodes;
using IspPortal.Core.Audit;
using IspPortal.Core.Common.Events;
using IspPortal.Core.Common.Jobs;
using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Identity;
using IspPortal.Core.Lab;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Routers;
using IspPortal.Core.Network.Sessions;
using IspPortal.Core.Settings;
using IspPortal.Tests.Web.Support;

namespace IspPortal.Tests.Pages;

/// <summary>Chosen values for the pages that <see cref="StagedNetwork"/> does not know.</summary>
internal sealed class StagedDesk(TimeProvider clock)
    : ISessionDirectory, IRouterEditor, IAuditDirectory, IAuditWriter, IJobDirectory, IDeadLetterDesk, ISettingsCatalog, ILabControl
{
    private static readonly string[] Names = ["budi.santoso", "siti.rahayu", "agus.wijaya", "dewi.lestari", "eko.prasetyo", "rina.marlina", "hendra.gunawan", "wati.kusuma"];
    private static readonly string[] Routers4 = ["RTR-BEKASI", "RTR-CIKARANG", "RTR-DEPOK", "RTR-BOGOR"];

    private static readonly string[] Versions = ["7.18.2", "6.49.17", "7.24.1", "6.43.16"];
    private static readonly string[] Boards = ["CCR2004-1G-12S+2XS", "RB4011iGS+", "CCR2116-12G-4S+", "RB1100AHx4"];

    private readonly List<LabFault> _faults = [new LabFault(LabFaultKind.SilentDrop)];

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public bool IsRunning => true;

    public Task<Result<SessionPage>> ListAsync(SessionFilter filter, PageRequest page, CancellationToken cancellationToken)
    {
        var rows = Enumerable.Range(0, 612).Select(Session).Where(row => row.Username.Contains(page.Search ?? "", StringComparison.Ordinal))
            .Where(row => (row.DownBitsPerSecond ?? 0) >= (filter.MinDownBitsPerSecond ?? 0) && (filter.Service is null || row.Service == filter.Service)).OrderByDescending(row => row.DownBitsPerSecond ?? 0).ToList();
        return Task.FromResult<Result<SessionPage>>(new SessionPage(Page<SessionRow>.Of([.. rows.Skip(page.Skip).Take(page.Take)], page, rows.Count), 1, Now.AddSeconds(-7)));
    }

    private SessionRow Session(int number)
    {
        var router = number % 4;
        var second = Now.TimeOfDay.TotalSeconds;
        long? down = router == 1 ? null : (long)(38_000_000 * Math.Abs(Math.Sin(number * 1.7)) * (1 + (0.2 * Math.Sin((second / 5) + number))));
        return new SessionRow(
            StagedNetwork.AccessId(router, number % 40), StagedNetwork.RouterId(router), Routers4[router], number % 17 == 3 ? AccessService.Hotspot : number % 29 == 5 ? AccessService.Static : AccessService.Pppoe,
            $"{Names[number % 8]}{number:000}@isp", $"10.2{router}.{number / 250}.{(number % 250) + 2}", $"A4:5E:60:12:{number / 256:X2}:{number % 256:X2}", Now.AddMinutes(-3 - (number * 37)), down, down / 8, Now.AddSeconds(router == 1 ? -140 : -4), router == 1);
    }

    public Task<Result<Guid>> AddAsync(SaveRouterRequest request, CancellationToken cancellationToken) =>
        Task.FromResult<Result<Guid>>(Core.Common.CommonErrors.Invalid([new FieldError("name", "common.required"), new FieldError("host", "common.required"), new FieldError("countersEverySeconds", "common.out_of_range", 5, 300)]));

    public Task<Result> UpdateAsync(Guid routerId, long version, SaveRouterRequest request, CancellationToken cancellationToken) => Task.FromResult<Result>(Core.Common.CommonErrors.VersionConflict);

    public Task<Result> SetEnabledAsync(Guid routerId, bool enabled, CancellationToken cancellationToken) => Task.FromResult(Result.Success);

    public Task<Result> RemoveAsync(Guid routerId, string reason, bool endLines, CancellationToken cancellationToken) => Task.FromResult(Result.Success);

    public Task<Result<PresentedCertificate>> ReadCertificateAsync(Guid routerId, CancellationToken cancellationToken) =>
        Task.FromResult<Result<PresentedCertificate>>(new PresentedCertificate(new string('A', 64), new string('B', 64)));

    public Task<Result> TrustCertificateAsync(Guid routerId, string certificateSha256, string reason, CancellationToken cancellationToken) => Task.FromResult(Result.Success);

    public Task<Result<RouterTestReport>> TestAsync(Guid? routerId, SaveRouterRequest request, CancellationToken cancellationToken) => Task.FromResult<Result<RouterTestReport>>(
        routerId is null ? new Error("routeros.refused", ErrorKind.External) { Detail = "Connection refused 10.0.0.1:8728" } : new RouterTestReport(TimeSpan.FromMilliseconds(4), "bekasi-core", "7.18.2", "CCR2004-1G-12S+2XS", null));

    public Task<Result<Page<AuditRow>>> ListAsync(AuditFilter filter, PageRequest page, CancellationToken cancellationToken)
    {
        var rows = Enumerable.Range(0, 60).Select(Audit).ToArray();
        return Task.FromResult<Result<Page<AuditRow>>>(Page<AuditRow>.Of([.. rows.Skip(page.Skip).Take(page.Take)], page, rows.Length));
    }

    private AuditRow Audit(int number) => (number % 5) switch
    {
        0 => new AuditRow(Id(number), Now.AddMinutes(-number * 7), ActorKind.User, Id(1), "Sari Wulandari", "10.1.1.4", "changed", "router", StagedNetwork.RouterId(0).ToString()),
        1 => new AuditRow(Id(number), Now.AddMinutes(-number * 7), ActorKind.User, Id(1), "admin@lab.test", "10.1.1.9", "signed_in", "user", Id(2).ToString()),
        2 => new AuditRow(Id(number), Now.AddMinutes(-number * 7), ActorKind.System, null, "system:watch-routers", null, "created", "alert", Id(3).ToString()),
        3 => new AuditRow(Id(number), Now.AddMinutes(-number * 7), ActorKind.User, Id(1), "admin@lab.test", "10.1.1.9", "changed", "settings", "monitoring"),
        _ => new AuditRow(Id(number), Now.AddMinutes(-number * 7), ActorKind.User, Id(1), "noc@lab.test", "10.1.1.5", "fault_thrown", "lab", "RTR-BEKASI"),
    };

    public Task<Result<AuditDetails>> FindAsync(Guid id, CancellationToken cancellationToken) => Task.FromResult<Result<AuditDetails>>(
        new AuditDetails(Audit(0), """{"host":"10.0.0.1","port":8728,"useTls":false,"site":null,"password":"***"}""", """{"host":"10.0.0.1","port":8729,"useTls":true,"site":"Bekasi Timur, gedung lama lantai 2","password":"***"}"""));

    public Task WriteAsync(string action, string entity, string? entityId, object? details, CancellationToken cancellationToken) => Task.CompletedTask;

    Task<Result<IReadOnlyList<JobRow>>> IJobDirectory.ListAsync(CancellationToken cancellationToken) => Task.FromResult<Result<IReadOnlyList<JobRow>>>(new[]
    {
        new JobRow("audit-retention", JobLane.Work, null, new TimeOnly(3, 30), false, false, Now.AddHours(-9), TimeSpan.FromMilliseconds(412), JobOutcome.Succeeded, "312 rows removed", Now.AddHours(15)),
        new JobRow("collect-traffic", JobLane.Collection, null, null, true, true, Now.AddSeconds(-3), TimeSpan.FromMilliseconds(84), JobOutcome.Succeeded, null, null),
        new JobRow("compact-series", JobLane.Work, TimeSpan.FromHours(1), null, false, false, Now.AddMinutes(-12), TimeSpan.FromSeconds(3.2), JobOutcome.Failed, "disk is full", Now.AddMinutes(48)),
        new JobRow("outbox-dispatch", JobLane.Work, TimeSpan.FromSeconds(1), null, false, false, Now.AddSeconds(-1), TimeSpan.FromMilliseconds(2), JobOutcome.NothingToDo, null, Now),
    });

    public Task<Result> RunNowAsync(string key, CancellationToken cancellationToken) => Task.FromResult(Result.Success);

    Task<Result<Page<DeadLetterRow>>> IDeadLetterDesk.ListAsync(PageRequest page, CancellationToken cancellationToken)
    {
        DeadLetterRow[] rows = [new(42, "network.router_added", StagedNetwork.RouterId(0), "PlanRouterJobs", Now.AddHours(-2), 8, "Npgsql.NpgsqlException: Exception while reading from stream")];
        return Task.FromResult<Result<Page<DeadLetterRow>>>(new Page<DeadLetterRow>(rows, 1, 20, 1));
    }

    public Task<Result> RetryAsync(long id, CancellationToken cancellationToken) => Task.FromResult(Result.Success);

    Task<Result<IReadOnlyList<SettingsSection>>> ISettingsCatalog.ListAsync(CancellationToken cancellationToken) => Task.FromResult<Result<IReadOnlyList<SettingsSection>>>(new[] { Company, Monitoring });

    Task<Result<SettingsSection>> ISettingsCatalog.FindAsync(string key, CancellationToken cancellationToken) => Task.FromResult<Result<SettingsSection>>(key == "company" ? Company : Monitoring);

    public Task<Result<long>> SaveAsync(string key, JsonObject value, long version, CancellationToken cancellationToken) => Task.FromResult<Result<long>>(Core.Common.CommonErrors.VersionConflict);

    private static SettingsSection Company => new(
        "company", 0, null,
        new JsonObject { ["name"] = "Nusantara Net", ["businessZone"] = "Asia/Jakarta", ["defaultLanguage"] = "id-ID", ["supportPhone"] = "+62 21 555 0100", ["supportEmail"] = "bantuan@nusantara.test", ["address"] = "Jl. Ahmad Yani 12, Bekasi" },
        [Text("name"), Text("businessZone"), new SettingsField("defaultLanguage", SettingsFieldKind.Choice, ["id-ID", "en"]), Text("supportPhone"), Text("supportEmail"), Text("address")]);

    private SettingsSection Monitoring => new(
        "monitoring", 3, Now.AddDays(-2),
        new JsonObject { ["countersEverySeconds"] = 10, ["sessionsEverySeconds"] = 30, ["secretsEveryMinutes"] = 15, ["offlineAfterFailures"] = 3, ["backOffAboveCpuPercent"] = 85, ["keepRawHours"] = 48, ["keepFiveMinutesDays"] = 90, ["keepHoursDays"] = 731 },
        [.. new[] { "countersEverySeconds", "sessionsEverySeconds", "secretsEveryMinutes", "offlineAfterFailures", "backOffAboveCpuPercent", "keepRawHours", "keepFiveMinutesDays", "keepHoursDays" }.Select(name => new SettingsField(name, SettingsFieldKind.WholeNumber, []))]);

    private static SettingsField Text(string name) => new(name, SettingsFieldKind.Text, []);

    public IReadOnlyList<LabRouterStatus> Routers() => [.. Routers4.Select((name, number) => new LabRouterStatus(
        name, Versions[number], Boards[number], 18728 + number, 19729 + number, number != 3, number == 2, 148 + number, number * 4, number, 1 + number,
        240_000_000 + (long)(1e7 * Math.Sin(Now.TimeOfDay.TotalSeconds)), 31_000_000, number == 3 ? 0 : 86_400 * number, number == 1 ? _faults : []))];

    public Task<Result> ThrowAsync(string routerName, LabFault fault, CancellationToken cancellationToken = default)
    {
        _faults.Add(fault);
        return Task.FromResult(Result.Success);
    }

    public Task<Result> ClearAsync(string routerName, CancellationToken cancellationToken = default)
    {
        _faults.Clear();
        return Task.FromResult(Result.Success);
    }

    public Task<Result> PowerOffAsync(string routerName, CancellationToken cancellationToken = default) => Task.FromResult(Result.Success);

    public Task<Result> PowerOnAsync(string routerName, CancellationToken cancellationToken = default) => Task.FromResult(Result.Success);

    public Task<Result<int>> KickAllAsync(string routerName, CancellationToken cancellationToken = default) => Task.FromResult<Result<int>>(148);

    public Task<Result<int>> ReconnectStormAsync(CancellationToken cancellationToken = default) => Task.FromResult<Result<int>>(600);

    public Task<Result> EditAsync(string routerName, LabEdit edit, CancellationToken cancellationToken = default) => Task.FromResult(Result.Success);

    public Result<LabTrueRate> TrueRate(string routerName, string username, DateTime atUtc) => LabErrors.UserNotOnline(username);

    private static Guid Id(int number) => new($"00000000-0000-7000-b000-0000000000{number:00}");
}
