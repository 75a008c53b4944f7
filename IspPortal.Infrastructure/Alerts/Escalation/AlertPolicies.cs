using IspPortal.Core.Alerts;
using IspPortal.Core.Alerts.Escalation;
using IspPortal.Core.Alerts.Rules;
using IspPortal.Core.Common;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Identity;
using IspPortal.Infrastructure.Alerts.Rules;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Alerts.Escalation;

internal sealed class AlertPolicies(IDbContextFactory<PortalDbContext> contexts, RuleBook book, ICurrentActor actor) : IAlertPolicies
{
    private const int Most = 100;

    public async Task<Result<IReadOnlyList<AlertPolicyRow>>> ListAsync(CancellationToken cancellationToken)
    {
        if (actor.Deny(AlertPermissions.AlertsRead) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var policies = await context.Set<AlertPolicy>().AsNoTracking().OrderBy(p => p.Name).ThenBy(p => p.Id).Take(Most).ToListAsync(cancellationToken);
        var uses = await context.Set<AlertRule>().AsNoTracking().Where(r => r.PolicyId != null).GroupBy(r => r.PolicyId).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancellationToken);
        return Result.Of<IReadOnlyList<AlertPolicyRow>>(policies.ConvertAll(p => new AlertPolicyRow(p.Id, p.Name, p.Read(), uses.Find(u => u.Key == p.Id)?.Count ?? 0, p.Version)));
    }

    public async Task<Result> SaveAsync(Guid policyId, long version, SaveAlertPolicyRequest request, CancellationToken cancellationToken)
    {
        if ((actor.Deny(AlertPermissions.AlertsConfigure) ?? new SaveAlertPolicyRequestValidator().Validate(request).ErrorOrNull()) is { } refused)
        {
            return refused;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var policy = await context.Set<AlertPolicy>().FirstOrDefaultAsync(p => p.Id == policyId, cancellationToken);
        if (policy is not null && policy.Version != version)
        {
            return CommonErrors.VersionConflict;
        }

        var name = request.Name.Trim();
        policy ??= context.Add(new AlertPolicy { Id = policyId, Name = name, Steps = "" }).Entity;
        (policy.Name, policy.Steps) = (name, AlertPolicy.Write(request.Steps));
        return await SaveAsync(context, AlertErrors.PolicyNameTaken(name), cancellationToken);
    }

    public async Task<Result> RemoveAsync(Guid policyId, long version, CancellationToken cancellationToken)
    {
        if (actor.Deny(AlertPermissions.AlertsConfigure) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var policy = await context.Set<AlertPolicy>().FirstOrDefaultAsync(p => p.Id == policyId, cancellationToken);
        if (policy is null || policy.Version != version)
        {
            return policy is null ? AlertErrors.PolicyNotFound : CommonErrors.VersionConflict;
        }

        var uses = await context.Set<AlertRule>().CountAsync(r => r.PolicyId == policyId, cancellationToken);
        if (uses > 0)
        {
            return AlertErrors.PolicyInUse(uses);
        }

        context.Remove(policy);
        return await SaveAsync(context, null, cancellationToken);
    }

    private async Task<Result> SaveAsync(PortalDbContext context, Error? duplicate, CancellationToken cancellationToken)
    {
        var saved = await context.TrySaveAsync(duplicate, cancellationToken);
        if (saved.Succeeded)
        {
            await book.RefreshAsync(cancellationToken);
        }

        return saved;
    }
}
