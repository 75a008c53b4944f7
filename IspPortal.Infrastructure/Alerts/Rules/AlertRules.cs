using IspPortal.Core.Alerts;
using IspPortal.Core.Alerts.Escalation;
using IspPortal.Core.Alerts.Rules;
using IspPortal.Core.Common;
using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Identity;
using IspPortal.Infrastructure.Alerts.Incidents;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Alerts.Rules;

internal sealed class AlertRules(
    IDbContextFactory<PortalDbContext> contexts, RuleBook book, RuleEngine engine, AlertIncidents incidents, RulePreviewer previewer, ICurrentActor actor, TimeProvider clock) : IAlertRules
{
    public async Task<Result<Page<AlertRuleRow>>> ListAsync(AlertRuleFilter filter, PageRequest page, CancellationToken cancellationToken)
    {
        if (actor.Deny(AlertPermissions.AlertsRead) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var rules = context.Set<AlertRule>().AsNoTracking();
        rules = filter.IsEnabled is { } enabled ? rules.Where(r => r.IsEnabled == enabled) : rules;
        rules = filter.Severity is { } severity ? rules.Where(r => r.Severity == severity) : rules;
        rules = filter.Signal is { } signal ? rules.Where(r => r.Signal == signal) : rules;
        if (page.SearchOrNull?.ToLowerInvariant() is { } text)
        {
#pragma warning disable CA1304, CA1311, CA1862, MA0011 // translated to the database's lower()
            rules = rules.Where(r => (r.Name != null && r.Name.ToLower().Contains(text)) || (r.BuiltInKey != null && r.BuiltInKey.Contains(text)));
#pragma warning restore CA1304, CA1311, CA1862, MA0011
        }

        var count = await rules.LongCountAsync(cancellationToken);
        var sorted = (page.Sort, page.Descending) switch
        {
            ("severity", false) => rules.OrderBy(r => r.Severity == AlertSeverity.Info ? 0 : r.Severity == AlertSeverity.Warning ? 1 : r.Severity == AlertSeverity.Critical ? 2 : 3),
            ("severity", true) => rules.OrderByDescending(r => r.Severity == AlertSeverity.Info ? 0 : r.Severity == AlertSeverity.Warning ? 1 : r.Severity == AlertSeverity.Critical ? 2 : 3),
            ("name", true) => rules.OrderByDescending(r => r.Name ?? r.BuiltInKey),
            ("name", false) => rules.OrderBy(r => r.Name ?? r.BuiltInKey),
            _ => rules.OrderBy(r => r.BuiltInKey == null).ThenBy(r => r.BuiltInKey == null ? r.Name : ""),
        };
        var found = await sorted.ThenBy(r => r.Id).Skip(page.Skip).Take(page.Take).ToListAsync(cancellationToken);
        return Page<AlertRuleRow>.Of(await RowsAsync(context, found, cancellationToken), page, count);
    }

    public async Task<Result<AlertRuleRow>> GetAsync(Guid ruleId, CancellationToken cancellationToken)
    {
        if (actor.Deny(AlertPermissions.AlertsRead) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var rule = await context.Set<AlertRule>().AsNoTracking().FirstOrDefaultAsync(r => r.Id == ruleId, cancellationToken);
        return rule is null ? AlertErrors.RuleNotFound : (await RowsAsync(context, [rule], cancellationToken))[0];
    }

    public async Task<Result> AddAsync(Guid ruleId, SaveAlertRuleRequest request, CancellationToken cancellationToken)
    {
        if ((Refuse(request, nameRequired: true) ?? (request.Signal == AlertSignal.Metric ? null : AlertErrors.NotOnMetric)) is { } refused)
        {
            return refused;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (await context.Set<AlertRule>().AnyAsync(r => r.Id == ruleId, cancellationToken))
        {
            return Result.Success;
        }

        if (await LacksPolicyAsync(context, request, cancellationToken))
        {
            return AlertErrors.PolicyNotFound;
        }

        var rule = new AlertRule { Id = ruleId, Signal = request.Signal, CreatedAtUtc = clock.UtcNow() };
        rule.Fill(request);
        context.Add(rule);
        return await SaveAsync(context, cancellationToken);
    }

    public async Task<Result> UpdateAsync(Guid ruleId, long version, SaveAlertRuleRequest request, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var rule = actor.Deny(AlertPermissions.AlertsConfigure) is null ? await context.Set<AlertRule>().FirstOrDefaultAsync(r => r.Id == ruleId, cancellationToken) : null;
        var terms = rule is null ? request : request with { Signal = rule.Signal };
        if (Refuse(terms, nameRequired: rule is { BuiltInKey: null }) is { } refused)
        {
            return refused;
        }

        if (rule is null || rule.Version != version)
        {
            return rule is null ? AlertErrors.RuleNotFound : CommonErrors.VersionConflict;
        }

        if (await LacksPolicyAsync(context, request, cancellationToken))
        {
            return AlertErrors.PolicyNotFound;
        }

        rule.Fill(terms);
        var saved = await SaveAsync(context, cancellationToken);
        return saved.Succeeded && !rule.IsEnabled ? await EndOpenAsync(ruleId, cancellationToken) : saved;
    }

    public async Task<Result> SetEnabledAsync(Guid ruleId, long version, bool enabled, CancellationToken cancellationToken)
    {
        if (actor.Deny(AlertPermissions.AlertsConfigure) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var rule = await context.Set<AlertRule>().FirstOrDefaultAsync(r => r.Id == ruleId, cancellationToken);
        if (rule is null || rule.Version != version)
        {
            return rule is null ? AlertErrors.RuleNotFound : CommonErrors.VersionConflict;
        }

        rule.IsEnabled = enabled;
        var saved = await SaveAsync(context, cancellationToken);
        return saved.Succeeded && !enabled ? await EndOpenAsync(ruleId, cancellationToken) : saved;
    }

    public async Task<Result> RemoveAsync(Guid ruleId, long version, CancellationToken cancellationToken)
    {
        if (actor.Deny(AlertPermissions.AlertsConfigure) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var rule = await context.Set<AlertRule>().FirstOrDefaultAsync(r => r.Id == ruleId, cancellationToken);
        if (rule is null || rule.BuiltInKey is not null || rule.Version != version)
        {
            return rule is null ? AlertErrors.RuleNotFound : rule.BuiltInKey is not null ? AlertErrors.BuiltInRule : CommonErrors.VersionConflict;
        }

        context.Remove(rule);
        var saved = await SaveAsync(context, cancellationToken);
        return saved.Succeeded ? await EndOpenAsync(ruleId, cancellationToken) : saved;
    }

    public async Task<Result<RulePreview>> PreviewAsync(SaveAlertRuleRequest request, CancellationToken cancellationToken)
    {
        if ((actor.Deny(AlertPermissions.AlertsRead) ?? (request.Signal == AlertSignal.Metric ? null : AlertErrors.NotOnMetric)
            ?? new SaveAlertRuleRequestValidator(nameRequired: false).Validate(request).ErrorOrNull()) is { } refused)
        {
            return refused;
        }

        return await previewer.LookAsync(request, cancellationToken);
    }

    private static Task<bool> LacksPolicyAsync(PortalDbContext context, SaveAlertRuleRequest request, CancellationToken cancellationToken) =>
        request.PolicyId is { } policy ? context.Set<AlertPolicy>().AllAsync(p => p.Id != policy, cancellationToken) : Task.FromResult(false);

    private async Task<List<AlertRuleRow>> RowsAsync(PortalDbContext context, List<AlertRule> rules, CancellationToken cancellationToken)
    {
        var (ids, dayAgo) = (rules.ConvertAll(r => (Guid?)r.Id), clock.UtcNow().AddDays(-1));
        var open = await context.Set<AlertIncident>().AsNoTracking().Where(a => a.OpenKey != null && ids.Contains(a.RuleId)).GroupBy(a => a.RuleId).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancellationToken);
        var inDay = await context.Set<AlertIncident>().AsNoTracking().Where(a => a.OpenedAtUtc > dayAgo && ids.Contains(a.RuleId)).GroupBy(a => a.RuleId).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancellationToken);
        var policies = await context.Set<AlertPolicy>().AsNoTracking().ToDictionaryAsync(p => p.Id, p => p.Name, cancellationToken);
        return rules.ConvertAll(r => new AlertRuleRow(
            r.Id,
            r.BuiltInKey,
            r.ToRequest(),
            r.PolicyId is { } policy ? policies.GetValueOrDefault(policy) : null,
            open.Find(o => o.Key == r.Id)?.Count ?? 0,
            inDay.Find(o => o.Key == r.Id)?.Count ?? 0,
            r.Version));
    }

    private Error? Refuse(SaveAlertRuleRequest request, bool nameRequired) =>
        actor.Deny(AlertPermissions.AlertsConfigure) ?? new SaveAlertRuleRequestValidator(nameRequired).Validate(request).ErrorOrNull();

    private async Task<Result> SaveAsync(PortalDbContext context, CancellationToken cancellationToken)
    {
        var saved = await context.TrySaveAsync(CommonErrors.VersionConflict, cancellationToken);
        if (saved.Succeeded)
        {
            await book.RefreshAsync(cancellationToken);
        }

        return saved;
    }

    private async Task<Result> EndOpenAsync(Guid ruleId, CancellationToken cancellationToken)
    {
        await incidents.ResolveOfRuleAsync(ruleId, cancellationToken);
        await engine.AlignAsync(cancellationToken);
        return Result.Success;
    }
}
