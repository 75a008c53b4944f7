using IspPortal.Core.Common.Results;
using IspPortal.Core.Identity;
using IspPortal.Core.Monitoring.Series;
using IspPortal.Core.Reporting;
using IspPortal.Core.Reporting.Dashboards;
using IspPortal.Infrastructure.Identity;
using IspPortal.Infrastructure.Reporting.Dashboards;
using IspPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Moq;

namespace IspPortal.Tests.Reporting.Dashboards;

/// <summary>Who sees and changes dashboards, and what their public links show.</summary>
public sealed class KeepingDashboardsTests
{
    private static readonly string[] Writer = [ReportingPermissions.DashboardsRead, ReportingPermissions.DashboardsWrite];
    private static readonly string[] Publisher = [.. Writer, ReportingPermissions.DashboardsPublish];

    private static readonly Actor Owner = ReportingRig.User(ReportingRig.Owner, Writer);
    private static readonly Actor Other = ReportingRig.User(ReportingRig.Other, Writer);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task A_private_one_is_its_owners_alone_and_a_shared_one_everybodys_or_its_roles(string provider)
    {
        await using var rig = await ReportingRig.CreateAsync(provider);
        await AddUserAsync(rig, ReportingRig.Other, PortalRoles.Auditor);
        var id = Guid.CreateVersion7();
        Assert.True((await rig.Editor(Owner).CreateAsync(id, Content("Malam"), Token)).Succeeded);
        Assert.True((await rig.Editor(Owner).CreateAsync(id, Content("Malam"), Token)).Succeeded);
        Assert.Equal(1, await CountAsync(rig, Owner));
        Assert.Equal(0, await CountAsync(rig, Other));
        Assert.Equal(DashboardErrors.NotFound, (await rig.Dashboards(Other).GetAsync(id, Token)).Error);

        await SaveAsync(rig, id, Content("Malam") with { Visibility = DashboardVisibility.Shared });
        Assert.Equal(1, await CountAsync(rig, Other));
        var seen = (await rig.Dashboards(Other).GetAsync(id, Token)).Value;
        Assert.Equal((false, false), (seen.MayChange, seen.Row.IsOwn));
        Assert.Equal(DashboardErrors.NotYours, (await rig.Editor(Other).SaveAsync(id, seen.Row.Version, seen.Content, Token)).Error);
        Assert.Equal(DashboardErrors.NotYours, (await rig.Editor(Other).DeleteAsync(id, seen.Row.Version, Token)).Error);

        await SaveAsync(rig, id, Content("Malam") with { Visibility = DashboardVisibility.Shared, Roles = [PortalRoles.NocOperator] });
        Assert.Equal(0, await CountAsync(rig, Other));
        await SaveAsync(rig, id, Content("Malam") with { Visibility = DashboardVisibility.Shared, Roles = [PortalRoles.NocOperator, PortalRoles.Auditor] });
        Assert.Equal(1, await CountAsync(rig, Other));
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task Two_who_save_at_once_do_not_overwrite_each_other(string provider)
    {
        await using var rig = await ReportingRig.CreateAsync(provider);
        var id = Guid.CreateVersion7();
        await rig.Editor(Owner).CreateAsync(id, Content("Malam"), Token);
        var read = (await rig.Dashboards(Owner).GetAsync(id, Token)).Value;
        Assert.True((await rig.Editor(Owner).SaveAsync(id, read.Row.Version, read.Content with { Name = "Siang" }, Token)).Succeeded);
        Assert.Equal("common.version_conflict", (await rig.Editor(Owner).SaveAsync(id, read.Row.Version, read.Content with { Name = "Pagi" }, Token)).Error?.Code);
        Assert.Equal("Siang", (await rig.Dashboards(Owner).GetAsync(id, Token)).Value.Row.Name);

        await using var context = rig.Database.Open();
        var audited = await context.Set<Core.Audit.AuditEntry>().Where(entry => entry.Entity == "dashboard").OrderBy(entry => entry.AtUtc).Select(entry => new { entry.Action, entry.ActorName }).ToListAsync(Token);
        Assert.Equal(2, audited.Count);
        Assert.All(audited, entry => Assert.Equal("sari@isp.test", entry.ActorName));
    }

    [Fact]
    public async Task A_copy_is_private_and_has_widgets_of_its_own()
    {
        await using var rig = await ReportingRig.CreateAsync();
        var (id, copy) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await rig.Editor(Owner).CreateAsync(id, Content("Malam") with { Visibility = DashboardVisibility.Shared }, Token);
        Assert.True((await rig.Editor(Other).DuplicateAsync(id, copy, "Salinan", Token)).Succeeded);
        var (original, copied) = ((await rig.Dashboards(Owner).GetAsync(id, Token)).Value.Content, (await rig.Dashboards(Other).GetAsync(copy, Token)).Value.Content);
        Assert.Equal(("Salinan", DashboardVisibility.Private), (copied.Name, copied.Visibility));
        Assert.Equal(original.Widgets.Select(w => (w.Kind, w.Box)), copied.Widgets.Select(w => (w.Kind, w.Box)));
        Assert.Empty(original.Widgets.Select(w => w.Id).Intersect(copied.Widgets.Select(w => w.Id)));
        Assert.Equal(DashboardErrors.NotFound, (await rig.Dashboards(Owner).GetAsync(copy, Token)).Error);
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task A_public_link_works_until_it_is_revoked_expires_or_its_maker_may_no_more(string provider)
    {
        await using var rig = await ReportingRig.CreateAsync(provider);
        await AddUserAsync(rig, ReportingRig.Owner, PortalRoles.NocOperator);
        var maker = ReportingRig.User(ReportingRig.Owner, Publisher);
        var id = Guid.CreateVersion7();
        await rig.Editor(maker).CreateAsync(id, Content("Lobi"), Token);
        var asked = new List<(WidgetAudience Audience, Actor Actor)>();
        var reader = PublicOf(rig, asked);

        var made = (await rig.Links(maker).MakeAsync(id, 7, Token)).Value;
        var shown = (await reader.OpenAsync(made.Token, Token)).Value;
        Assert.Equal(("Lobi", 2), (shown.Name, shown.Widgets.Count));
        Assert.All(asked, call => Assert.Equal((WidgetAudience.Public, ReportingRig.Owner), (call.Audience, call.Actor.Id!.Value)));
        Assert.All(asked, call => Assert.False(call.Actor.May(ReportingPermissions.ReportsRead) && call.Actor.Kind == ActorKind.System));

        // However many look at that moment: read once.
        await reader.OpenAsync(made.Token, Token);
        Assert.Equal(2, asked.Count);
        Assert.Equal(DashboardErrors.LinkNotFound, (await reader.OpenAsync(made.Token + "x", Token)).Error);
        Assert.Equal(DashboardErrors.LinkNotFound, (await reader.OpenAsync("", Token)).Error);
        await using (var context = rig.Database.Open())
        {
            var stored = await context.Set<DashboardLink>().SingleAsync(Token);
            Assert.DoesNotContain(made.Token, stored.TokenHash, StringComparison.OrdinalIgnoreCase);
            Assert.NotNull(stored.LastUsedAtUtc);
        }

        Assert.True((await rig.Links(maker).RevokeAsync(id, made.Id, Token)).Succeeded);
        Assert.Equal(DashboardErrors.LinkNotFound, (await reader.OpenAsync(made.Token, Token)).Error);

        var second = (await rig.Links(maker).MakeAsync(id, 1, Token)).Value;
        Assert.True((await reader.OpenAsync(second.Token, Token)).Succeeded);
        rig.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(DashboardErrors.LinkNotFound, (await reader.OpenAsync(second.Token, Token)).Error);

        var third = (await rig.Links(maker).MakeAsync(id, 1, Token)).Value;
        Assert.True((await reader.OpenAsync(third.Token, Token)).Succeeded);
        await using (var context = rig.Database.Open())
        {
            await context.Set<UserRole>().Where(role => role.UserId == ReportingRig.Owner).ExecuteUpdateAsync(set => set.SetProperty(role => role.Role, PortalRoles.Auditor), Token);
        }

        Assert.Equal(DashboardErrors.LinkNotFound, (await reader.OpenAsync(third.Token, Token)).Error);
    }

    [Fact]
    public async Task Who_may_not_publish_makes_no_link_and_no_machine_does()
    {
        await using var rig = await ReportingRig.CreateAsync();
        var id = Guid.CreateVersion7();
        await rig.Editor(Owner).CreateAsync(id, Content("Malam"), Token);
        Assert.Equal("identity.forbidden", (await rig.Links(Owner).MakeAsync(id, 7, Token)).Error?.Code);
        Assert.Equal(DashboardErrors.PersonRequired, (await rig.Links(Actor.System("test")).MakeAsync(id, 7, Token)).Error);
        Assert.Equal("common.invalid", (await rig.Links(ReportingRig.User(ReportingRig.Owner, Publisher)).MakeAsync(id, 366, Token)).Error?.Code);
        Assert.Equal(DashboardErrors.NotFound, (await rig.Links(ReportingRig.User(ReportingRig.Other, Publisher)).MakeAsync(id, 7, Token)).Error);
    }

    private static PublicDashboards PublicOf(ReportingRig rig, List<(WidgetAudience, Actor)> asked)
    {
        var services = new ServiceCollection();
        services.AddScoped<HeldActor>().AddScoped<IActorScope>(provider => provider.GetRequiredService<HeldActor>());
        services.AddScoped(provider =>
        {
            var reader = new Mock<IWidgetReader>();
            reader.Setup(r => r.ReadAsync(It.IsAny<DashboardWidget>(), It.IsAny<DashboardRange>(), It.IsAny<WidgetAudience>(), It.IsAny<CancellationToken>())).ReturnsAsync((DashboardWidget _, DashboardRange _, WidgetAudience audience, CancellationToken _) =>
            {
                asked.Add((audience, provider.GetRequiredService<HeldActor>().Actor));
                return Result.Of(new WidgetContent(DateTime.UnixEpoch, DateTime.UnixEpoch.AddDays(1)));
            });
            return reader.Object;
        });
        return new PublicDashboards(rig.Database.Source, services.BuildServiceProvider().GetRequiredService<IServiceScopeFactory>(), rig.Clock);
    }

    private static SaveDashboardRequest Content(string name) => new()
    {
        Name = name,
        Widgets = WidgetGrid.Add(
            WidgetGrid.Add([], new DashboardWidget { Id = Guid.CreateVersion7(), Kind = WidgetKind.Number, Sources = [new WidgetSource(SeriesSubjectKind.Network, Guid.Empty, "", Metric.DownBytes)] }),
            new DashboardWidget { Id = Guid.CreateVersion7(), Kind = WidgetKind.Map }),
    };

    private static async Task SaveAsync(ReportingRig rig, Guid id, SaveDashboardRequest content)
    {
        var version = (await rig.Dashboards(Owner).GetAsync(id, Token)).Value.Row.Version;
        var saved = await rig.Editor(Owner).SaveAsync(id, version, content, Token);
        Assert.True(saved.Succeeded, saved.Error?.ToString());
    }

    private static async Task<long> CountAsync(ReportingRig rig, Actor actor) => (await rig.Dashboards(actor).ListAsync(new DashboardFilter(), new(), Token)).Value.TotalCount;

    private static async Task AddUserAsync(ReportingRig rig, Guid id, string role)
    {
        await using var context = rig.Database.Open();
        context.Add(new PortalUser { Id = id, UserName = $"{id}@isp.test", NormalizedUserName = $"{id}@ISP.TEST", Email = $"{id}@isp.test", SecurityStamp = "a", CreatedAtUtc = DateTime.UnixEpoch });
        context.Add(new UserRole { UserId = id, Role = role });
        await context.SaveChangesAsync(Token);
    }

    private sealed class HeldActor : IActorScope
    {
        public Actor Actor { get; private set; } = Actor.Anonymous;

        public void Enter(Actor actor) => Actor = actor;
    }
}
