using IspPortal.Core.Alerts;
using IspPortal.Core.Alerts.Escalation;
using IspPortal.Core.Alerts.Maintenance;
using IspPortal.Core.Alerts.OnCall;
using IspPortal.Core.Alerts.Rules;
using IspPortal.Core.Common.Outages;
using IspPortal.Core.Messaging;
using IspPortal.Core.Monitoring.Series;
using IspPortal.Infrastructure.Alerts.Escalation;
using IspPortal.Infrastructure.Alerts.Incidents;
using IspPortal.Infrastructure.Alerts.Rules;
using IspPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Tests.Alerts;

public sealed class LivingWithAlertsTests
{
    private static readonly Guid Mine = new("01890000-0000-7000-8000-00000000e902");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task What_comes_and_goes_stays_one_alert_without_further_messages_and_ends_when_it_is_calm(string provider)
    {
        await using var rig = await AlertRig.CreateAsync(provider);
        for (var flap = 0; flap < 3; flap++)
        {
            await FlapAsync(rig);
        }

        Assert.Equal(3, (await rig.AllAsync()).Count);
        Assert.Equal(3, rig.Outbox.Told(AlertMessages.Opened).Count());
        for (var flap = 0; flap < 6; flap++)
        {
            await FlapAsync(rig);
        }

        var flapping = Assert.Single(await rig.OpenAsync());
        Assert.True(flapping.IsFlapping);
        Assert.Equal(4, (await rig.AllAsync()).Count);
        Assert.Equal(4, rig.Outbox.Told(AlertMessages.Opened).Count());

        await rig.PassAsync(TimeSpan.FromMinutes(16));
        Assert.Empty(await rig.OpenAsync());
        Assert.Equal(4, rig.Outbox.Told(AlertMessages.Resolved).Count());

        static async Task FlapAsync(AlertRig rig)
        {
            await rig.LoseAsync(AlertRig.Bekasi);
            await rig.PassAsync(TimeSpan.FromSeconds(20));
            await rig.PollAsync(AlertRig.Bekasi);
            await rig.PassAsync(TimeSpan.FromSeconds(40));
        }
    }

    [Fact]
    public async Task Within_a_maintenance_window_it_opens_muted_and_is_told_of_if_it_outlives_it()
    {
        await using var rig = await AlertRig.CreateAsync();
        await PlanAsync(rig, MaintenanceTarget.Site, MaintenanceMode.Muted, site: "Bekasi");
        await rig.LoseAsync(AlertRig.Bekasi);
        await rig.LoseAsync(AlertRig.Depok);
        await rig.PassAsync(TimeSpan.FromMinutes(50));
        var open = await rig.OpenAsync();
        Assert.Equal(2, open.Count);
        Assert.NotNull(open.Single(a => a.SubjectId == AlertRig.Bekasi).MutedUntilUtc);
        Assert.All(rig.Outbox.Queued, q => Assert.Equal(open.Single(a => a.SubjectId == AlertRig.Depok).Id, q.Order.SubjectId));
        await rig.PassAsync(TimeSpan.FromMinutes(15));
        Assert.Contains(rig.Outbox.Queued, q => q.Order.SubjectId == open.Single(a => a.SubjectId == AlertRig.Bekasi).Id);
    }

    [Fact]
    public async Task Within_a_window_that_lets_nothing_open_it_opens_when_the_window_is_over()
    {
        await using var rig = await AlertRig.CreateAsync();
        await rig.AddRuleAsync(Mine, Hot());
        var window = await PlanAsync(rig, MaintenanceTarget.Router, MaintenanceMode.NotOpened, router: AlertRig.Bekasi);
        await rig.LoseAsync(AlertRig.Bekasi);
        await HeatAsync(rig, AlertRig.Depok, 80);
        Assert.Equal(AlertRig.Depok, Assert.Single(await rig.OpenAsync()).SubjectId);
        await HeatAsync(rig, AlertRig.Bekasi, 80);
        Assert.Single(await rig.OpenAsync());

        Assert.Null((await rig.Maintenance().EndAsync(window, null, Token)).Error);
        Assert.Equal("alerts.window_over", (await rig.Maintenance().EndAsync(window, null, Token)).Error!.Code);
        await rig.Engine.AlignAsync(Token);
        rig.Clock.Advance(TimeSpan.FromSeconds(10));
        await HeatAsync(rig, AlertRig.Bekasi, 80);
        Assert.Equal([AlertRig.Bekasi, AlertRig.Depok], (await rig.OpenAsync()).Select(a => a.SubjectId).Order());
    }

    [Fact]
    public async Task A_line_behind_an_outage_is_hidden_until_the_outage_is_over()
    {
        await using var rig = await AlertRig.CreateAsync();
        await rig.AddRuleAsync(Mine, new() { Name = "Slow", Metric = Metric.DownBytes, SubjectKind = SeriesSubjectKind.Access, Operator = AlertOperator.Below, Value = 1000 });
        rig.Cover.Behind.Add(AlertRig.LineOf(AlertRig.Bekasi, 1));
        await rig.PollAsync(AlertRig.Bekasi, [.. Enumerable.Range(1, 2).Select(n => (SeriesSubject.Access(AlertRig.LineOf(AlertRig.Bekasi, n)), Metric.DownBytes, 1d))]);
        Assert.Equal([FixedCover.Outage, null], (await rig.OpenAsync()).OrderBy(a => a.SubjectName).Select(a => a.SuppressedByOutageId));

        rig.Cover.Behind.Clear();
        rig.Cover.Behind.Add(AlertRig.LineOf(AlertRig.Bekasi, 2));
        await rig.PassAsync(TimeSpan.FromSeconds(90));
        Assert.Equal([null, FixedCover.Outage], (await rig.OpenAsync()).OrderBy(a => a.SubjectName).Select(a => a.SuppressedByOutageId));
    }

    [Fact]
    public async Task An_outage_of_the_map_is_an_alert_for_as_long_as_it_lasts()
    {
        await using var rig = await AlertRig.CreateAsync();
        var facts = new FixedFacts { Fact = new OutageFact(Mine, "ODP-1", rig.Clock.NowUtc, null, 6) };
        var handler = new OutageAlerts(rig.Incidents, rig.Book, facts);
        await handler.HandleAsync(new PlantOutageChanged(Mine), Token);
        await handler.HandleAsync(new PlantOutageChanged(Mine), Token);
        var open = Assert.Single(await rig.OpenAsync());
        Assert.Equal((AlertKind.Outage, AlertSeverity.Critical, "ODP-1", 6), (open.Kind, open.Severity, open.SubjectName, open.AffectedSessions));
        facts.Fact = facts.Fact with { EndedAtUtc = rig.Clock.NowUtc };
        await handler.HandleAsync(new PlantOutageChanged(Mine), Token);
        Assert.Empty(await rig.OpenAsync());
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task Two_nodes_open_one_incident_and_a_thousand_open_in_one_poll(string provider)
    {
        await using var rig = await AlertRig.CreateAsync(provider);
        await rig.AddRuleAsync(Mine, new() { Name = "Errors", Metric = Metric.TxErrors, SubjectKind = SeriesSubjectKind.Interface, Operator = AlertOperator.Above, Value = 1 });
        var other = new RuleEngine(rig.Book, rig.Incidents, new SubjectNames(rig.Database.Source), rig.Database.Source, rig.Clock);
        var batch = new Infrastructure.Series.SeriesBatch(AlertRig.Bekasi, rig.Clock.NowUtc, [.. Enumerable.Range(0, 1000).Select(n => new Infrastructure.Series.SeriesSample(SeriesSubject.Interface(AlertRig.Bekasi, $"vlan{n}"), Metric.TxErrors, 100, TimeSpan.FromSeconds(10)))]);
        await Task.WhenAll(rig.Engine.ObservedAsync(batch, Token), other.ObservedAsync(batch, Token));
        Assert.Equal(1000, (await rig.OpenAsync()).Count);
        Assert.Equal(1000, (await rig.AllAsync()).Count);

        await rig.Rules().SetEnabledAsync(Mine, 1, false, Token);
        Assert.Empty(await rig.OpenAsync());
    }

    [Fact]
    public async Task What_was_open_before_a_restart_ends_after_it_and_what_was_ended_by_hand_opens_anew()
    {
        await using var rig = await AlertRig.CreateAsync();
        await rig.AddRuleAsync(Mine, Hot());
        await HeatAsync(rig, AlertRig.Bekasi, 80);
        var first = Assert.Single(await rig.OpenAsync());
        rig.Restart();
        await HeatAsync(rig, AlertRig.Bekasi, 80);
        Assert.Equal(first.Id, Assert.Single(await rig.OpenAsync()).Id);

        Assert.Null((await rig.Desk().ResolveAsync(first.Id, null, "nonsense", Token)).Error);
        await rig.Engine.AlignAsync(Token);
        await HeatAsync(rig, AlertRig.Bekasi, 81);
        var second = Assert.Single(await rig.OpenAsync());
        Assert.NotEqual(first.Id, second.Id);
        rig.Restart();
        await HeatAsync(rig, AlertRig.Bekasi, 20);
        Assert.Empty(await rig.OpenAsync());
    }

    [Fact]
    public async Task The_built_in_rules_are_made_once_and_what_was_changed_stays()
    {
        await using var rig = await AlertRig.CreateAsync();
        var rules = (await rig.Rules().ListAsync(new(), new(1, 100), Token)).Value;
        Assert.Equal(BuiltInRules.All.Count, rules.TotalCount);
        var cpu = rules.Items.Single(r => r.BuiltInKey == "cpu-high");
        Assert.Equal((AlertOperator.Above, 90, 300, 80), (cpu.Terms.Operator, cpu.Terms.Value, cpu.Terms.ForSeconds, cpu.Terms.ClearValue));
        Assert.All(rules.Items, rule => Assert.Empty(new SaveAlertRuleRequestValidator(nameRequired: false).Validate(rule.Terms).Errors));
        Assert.Null((await rig.Rules().UpdateAsync(cpu.Id, cpu.Version, cpu.Terms with { Value = 95, Signal = AlertSignal.Outage }, Token)).Error);
        Assert.Equal("common.version_conflict", (await rig.Rules().UpdateAsync(cpu.Id, cpu.Version, cpu.Terms, Token)).Error!.Code);
        Assert.Equal("alerts.built_in_rule", (await rig.Rules().RemoveAsync(cpu.Id, cpu.Version, Token)).Error!.Code);
        await new SeedAlertRules(rig.Database.Source, rig.Clock).StartAsync(Token);
        var after = (await rig.Rules().GetAsync(cpu.Id, Token)).Value;
        Assert.Equal((95, AlertSignal.Metric), (after.Terms.Value, after.Terms.Signal));
    }

    [Fact]
    public async Task A_rule_is_tried_on_the_last_day_before_it_is_kept()
    {
        await using var rig = await AlertRig.CreateAsync();
        foreach (var value in (double[])[50, 50, 80, 80, 80, 50, 50, 85, 50])
        {
            await HeatAsync(rig, AlertRig.Bekasi, value);
            await HeatAsync(rig, AlertRig.Depok, 40);
            rig.Clock.Advance(TimeSpan.FromMinutes(10));
        }

        var preview = (await rig.Rules().PreviewAsync(Hot() with { Value = 70 }, Token)).Value;
        Assert.Equal((2, 2, 2, 2), (preview.Subjects, preview.Looked, preview.WithHistory, preview.Count));
        Assert.All(preview.Firings, firing => Assert.Equal("RTR-BEKASI", firing.SubjectName));
        Assert.All(preview.Firings, firing => Assert.NotNull(firing.ToUtc));
        Assert.Equal(0, (await rig.Rules().PreviewAsync(Hot() with { Value = 90 }, Token)).Value.Count);
        Assert.Empty(await rig.AllAsync());
    }

    [Fact]
    public async Task Wrong_terms_are_refused_field_by_field_and_a_form_sent_twice_makes_one_rule()
    {
        await using var rig = await AlertRig.CreateAsync();
        Assert.Equal("identity.forbidden", (await rig.Rules(AlertPermissions.AlertsRead).AddAsync(Mine, Hot(), Token)).Error!.Code);
        Assert.Equal("alerts.not_on_metric", (await rig.Rules().AddAsync(Mine, new() { Name = "x", Signal = AlertSignal.Outage }, Token)).Error!.Code);
        await RefusedAsync(Hot() with { Name = " " }, "name");
        await RefusedAsync(Hot() with { Metric = null }, "metric");
        await RefusedAsync(Hot() with { SubjectKind = SeriesSubjectKind.Cpe }, "subjectKind");
        await RefusedAsync(Hot() with { ClearValue = 99 }, "clearValue");
        await RefusedAsync(Hot() with { Operator = AlertOperator.Between, UpperValue = 1 }, "upperValue");
        await RefusedAsync(Hot() with { Operator = AlertOperator.FellBy }, "windowSeconds");
        await RefusedAsync(Hot() with { Operator = AlertOperator.Missing }, "forSeconds");
        await RefusedAsync(Hot() with { OfCapacity = true }, "ofCapacity");
        Assert.Equal("alerts.policy_not_found", (await rig.Rules().AddAsync(Mine, Hot() with { PolicyId = Mine }, Token)).Error!.Code);

        Assert.Null((await rig.Rules().AddAsync(Mine, Hot(), Token)).Error);
        Assert.Null((await rig.Rules().AddAsync(Mine, Hot(), Token)).Error);
        Assert.Equal(BuiltInRules.All.Count + 1, (await rig.Rules().ListAsync(new(), new(), Token)).Value.TotalCount);

        async Task RefusedAsync(SaveAlertRuleRequest rule, string field) => Assert.Contains((await rig.Rules().AddAsync(Mine, rule, Token)).Error!.Fields, f => f.Field == field);
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task Whoever_stands_in_is_told_by_the_ways_that_the_person_chose(string provider)
    {
        await using var rig = await AlertRig.CreateAsync(provider);
        var mine = rig.OnCall(AlertRig.Second);
        Assert.Equal("phone", Assert.Single((await mine.SaveMyContactAsync(new() { Channels = [MessageChannel.WhatsApp] }, Token)).Error!.Fields).Field);
        Assert.Equal("telegramChatId", Assert.Single((await mine.SaveMyContactAsync(new() { Channels = [MessageChannel.Telegram], TelegramChatId = "me" }, Token)).Error!.Fields).Field);
        Assert.Null((await mine.SaveMyContactAsync(new() { Phone = "0812-3456-7890", TelegramChatId = "42", Channels = [MessageChannel.WhatsApp, MessageChannel.Telegram] }, Token)).Error);
        Assert.Equal("+6281234567890", (await mine.MyContactAsync(Token)).Value.Phone);
        Assert.Null((await rig.OnCall().StandInAsync(Mine, new(AlertRig.Second, rig.Clock.NowUtc, rig.Clock.NowUtc.AddHours(8), "ill"), Token)).Error);
        var board = (await rig.OnCall().GetAsync(Token)).Value;
        Assert.Equal((AlertRig.Second, 3), (board.NowUserId!.Value, board.People.Count));

        await rig.LoseAsync(AlertRig.Bekasi);
        await rig.PassAsync(TimeSpan.FromSeconds(10));
        Assert.Equal([(MessageChannel.WhatsApp, "+6281234567890"), (MessageChannel.Telegram, "42")], rig.Outbox.Queued.Select(q => (q.To.Channel, q.To.Address)).OrderBy(t => t.Channel));
        Assert.Null((await rig.OnCall().RemoveStandInAsync(Mine, Token)).Error);
        Assert.Equal(AlertRig.Noc, (await rig.OnCall().GetAsync(Token)).Value.NowUserId);
    }

    [Fact]
    public async Task A_policy_in_use_stays_and_its_steps_are_in_order()
    {
        await using var rig = await AlertRig.CreateAsync();
        var policies = (await rig.Policies().ListAsync(Token)).Value;
        var urgent = policies.Single(p => p.Id == BuiltInRules.UrgentPolicy);
        Assert.Equal("alerts.policy_in_use", (await rig.Policies().RemoveAsync(urgent.Id, urgent.Version, Token)).Error!.Code);
        await RefusedAsync(new("X", []), "steps");
        await RefusedAsync(new("X", [new() { AfterMinutes = 5, OnCall = true }, new() { AfterMinutes = 5, OnCall = true }]), "steps");
        await RefusedAsync(new("X", [new()]), "steps");
        await RefusedAsync(new("X", [new() { Rooms = [new AlertRoom(MessageChannel.Email, "x@y.z")] }]), "steps");
        Assert.Equal("alerts.policy_name_taken", (await rig.Policies().SaveAsync(Mine, 0, new("Urgent", [new() { OnCall = true }]), Token)).Error!.Code);
        Assert.Null((await rig.Policies().SaveAsync(Mine, 0, new("Room", [new() { Rooms = [new AlertRoom(MessageChannel.Chat, "noc")] }]), Token)).Error);
        Assert.Null((await rig.Policies().RemoveAsync(Mine, 1, Token)).Error);

        async Task RefusedAsync(SaveAlertPolicyRequest request, string field) => Assert.Contains((await rig.Policies().SaveAsync(Mine, 0, request, Token)).Error!.Fields, f => f.Field == field);
    }

    [Fact]
    public async Task What_is_over_is_taken_away_in_time_with_all_that_belongs_to_it()
    {
        await using var rig = await AlertRig.CreateAsync();
        await rig.LoseAsync(AlertRig.Bekasi);
        await rig.LoseAsync(AlertRig.Depok);
        await rig.PassAsync(TimeSpan.FromSeconds(10));
        await rig.PollAsync(AlertRig.Bekasi);
        await rig.PassAsync(TimeSpan.FromSeconds(10));
        rig.Clock.Advance(TimeSpan.FromDays(729));
        Assert.Equal(0, await rig.Tide.ForgetAsync(Token));
        rig.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal(1, await rig.Tide.ForgetAsync(Token));
        await using var context = rig.Database.Open();
        Assert.Equal([AlertRig.Depok], await context.Set<AlertIncident>().Select(a => a.SubjectId).ToListAsync(Token));
        Assert.Equal(1, await context.Set<AlertMoment>().CountAsync(Token));
        Assert.Equal(1, await context.Set<AlertTold>().CountAsync(Token));
    }

    private static SaveAlertRuleRequest Hot() => new() { Name = "Hot", Metric = Metric.TemperatureCelsius, SubjectKind = SeriesSubjectKind.Router, Operator = AlertOperator.Above, Value = 75 };

    private static Task HeatAsync(AlertRig rig, Guid router, double celsius)
    {
        rig.Clock.Advance(TimeSpan.FromSeconds(1));
        return rig.PollAsync(router, (SeriesSubject.Router(router), Metric.TemperatureCelsius, celsius));
    }

    private static async Task<Guid> PlanAsync(AlertRig rig, MaintenanceTarget target, MaintenanceMode mode, Guid? router = null, string? site = null)
    {
        var id = Mine;
        Assert.Null((await rig.Maintenance().PlanAsync(id, new(target, router, site, mode, rig.Clock.NowUtc, rig.Clock.NowUtc.AddHours(1), "new power supply"), Token)).Error);
        Assert.Equal(MaintenanceState.Running, Assert.Single((await rig.Maintenance().ListAsync(MaintenanceState.Running, new(), Token)).Value.Items).State);
        return id;
    }
}
