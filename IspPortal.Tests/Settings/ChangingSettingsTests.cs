using System.Text.Json.Nodes;
using IspPortal.Core.Audit;
using IspPortal.Core.Settings;
using IspPortal.Infrastructure.Settings;
using IspPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace IspPortal.Tests.Settings;

public sealed class ChangingSettingsTests
{
    private static readonly SettingsKey<CompanySettings> Key = new("company");
    private readonly ManualClock _clock = new();

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task A_save_is_versioned_audited_and_told(string provider)
    {
        await using var database = await PortalDatabase.CreateAsync(provider, _clock);
        var (store, settings) = Service(database);
        var heard = new List<string>();
        using var watch = settings.OnChanged(company => heard.Add(company.Name));
        var read = await settings.ReadAsync(TestContext.Current.CancellationToken);
        Assert.Equal(("IspPortal", 0L), (read.Value.Value.Name, read.Value.Version));

        var saved = await settings.SaveAsync(read.Value.Value with { Name = "Desa Net" }, 0, TestContext.Current.CancellationToken);
        Assert.Equal(1, saved.Value);
        Assert.Equal("Desa Net", (await store.GetAsync(TestContext.Current.CancellationToken)).Name);
        Assert.Equal(["Desa Net"], heard);

        var stale = await settings.SaveAsync(read.Value.Value, 0, TestContext.Current.CancellationToken);
        Assert.Equal("common.version_conflict", stale.Error?.Code);
        Assert.Equal(2, (await settings.SaveAsync(read.Value.Value with { Name = "Desa Net 2" }, 1, TestContext.Current.CancellationToken)).Value);

        await using var context = database.Open();
        var rows = await context.Set<AuditEntry>().OrderBy(entry => entry.Id).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(2, rows.Count);
        var row = rows.Single(row => row.AfterJson == """{"name":"Desa Net"}""");
        Assert.Equal(("settings", "company", """{"name":"IspPortal"}""", "admin@lab.test"), (row.Entity, row.EntityId, row.BeforeJson, row.ActorName));
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task A_change_by_another_process_is_seen_within_15_seconds(string provider)
    {
        await using var database = await PortalDatabase.CreateAsync(provider, _clock);
        var (here, _) = Service(database);
        var (_, there) = Service(database);
        var heard = new List<string>();
        using var watch = here.OnChanged(company => heard.Add(company.Name));
        Assert.Equal("IspPortal", (await here.GetAsync(TestContext.Current.CancellationToken)).Name);
        await there.SaveAsync(new CompanySettings { Name = "Elsewhere" }, 0, TestContext.Current.CancellationToken);
        Assert.Equal("IspPortal", (await here.GetAsync(TestContext.Current.CancellationToken)).Name);
        _clock.Advance(TimeSpan.FromSeconds(15));
        Assert.Equal("Elsewhere", (await here.GetAsync(TestContext.Current.CancellationToken)).Name);
        Assert.Equal(["Elsewhere"], heard);
    }

    [Fact]
    public async Task Broken_rules_come_back_by_field()
    {
        await using var database = await PortalDatabase.CreateAsync("Sqlite", _clock);
        var (_, settings) = Service(database);
        var result = await settings.SaveAsync(new CompanySettings { Name = "", BusinessZone = "Mars/Olympus", SupportEmail = "x" }, 0, TestContext.Current.CancellationToken);
        Assert.Equal("common.invalid", result.Error?.Code);
        Assert.Equal(
            [("name", "common.required"), ("businessZone", "settings.unknown_zone"), ("supportEmail", "common.not_an_email")],
            result.Error!.Fields.Select(field => (field.Field, field.Code)));
    }

    [Fact]
    public async Task Without_the_permission_nothing_is_read_or_saved()
    {
        await using var database = await PortalDatabase.CreateAsync("Sqlite", _clock);
        var (_, settings) = Service(database, new TestActor());
        Assert.Equal("identity.forbidden", (await settings.ReadAsync(TestContext.Current.CancellationToken)).Error?.Code);
        Assert.Equal("identity.forbidden", (await settings.SaveAsync(new CompanySettings(), 0, TestContext.Current.CancellationToken)).Error?.Code);
    }

    [Fact]
    public async Task The_catalog_describes_and_saves_a_section_by_json()
    {
        await using var database = await PortalDatabase.CreateAsync("Sqlite", _clock);
        var actor = new TestActor(SettingsPermissions.SettingsRead, SettingsPermissions.SettingsWrite);
        var (_, settings) = Service(database, actor);
        var catalog = new SettingsCatalog([settings], actor);
        var section = Assert.Single((await catalog.ListAsync(TestContext.Current.CancellationToken)).Value);
        Assert.Equal(["name", "businessZone", "defaultLanguage", "supportPhone", "supportEmail", "address"], section.Fields.Select(field => field.Name));
        Assert.Equal("Asia/Jakarta", (string?)section.Values["businessZone"]);

        section.Values["name"] = "Kampung Net";
        Assert.Equal(1, (await catalog.SaveAsync("company", section.Values, 0, TestContext.Current.CancellationToken)).Value);
        Assert.Equal("settings.unreadable", (await catalog.SaveAsync("company", new JsonObject { ["nmae"] = "x" }, 1, TestContext.Current.CancellationToken)).Error?.Code);
        Assert.Equal("settings.not_found", (await catalog.SaveAsync("nothing", [], 1, TestContext.Current.CancellationToken)).Error?.Code);
    }

    private (SettingsStore<CompanySettings> Store, SettingsService<CompanySettings> Service) Service(PortalDatabase database, TestActor? actor = null)
    {
        actor ??= new TestActor(SettingsPermissions.SettingsRead, SettingsPermissions.SettingsWrite);
        var store = new SettingsStore<CompanySettings>(Key, database.Source, _clock, NullLogger<SettingsStore<CompanySettings>>.Instance);
        return (store, new SettingsService<CompanySettings>(Key, store, new CompanySettingsValidator(), database.FactoryAs(actor.Actor), actor, _clock));
    }
}
