using System.Collections.Concurrent;
using System.Globalization;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Network.Provisioning;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace IspPortal.Infrastructure.Network.Provisioning;

/// <summary>
/// Works on every part of a plan that is due, each router on its own. A part is leased: one node works on it, and only one part per router at a time, so
/// that two plans on one router follow each other. Whoever dies leaves a lease that runs out and steps that are noted as sent.
/// </summary>
internal sealed class PlanPump(PortalContextSource source, PlanPartRunner runner, TimeProvider clock, ILogger<PlanPump> logger) : BackgroundService
{
    private const string Job = "apply-access-plans";

    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(10);

    private readonly string _owner = string.Create(CultureInfo.InvariantCulture, $"{Environment.MachineName}:{Environment.ProcessId}:{Ids.New(clock):N}");
    private readonly ConcurrentDictionary<Guid, Task> _routers = new();
    private readonly SemaphoreSlim _wake = new(0, 1);

    /// <summary>Something is due now.</summary>
    public void Wake()
    {
        if (_wake.CurrentCount == 0)
        {
            try
            {
                _wake.Release();
            }
            catch (SemaphoreFullException)
            {
                // Two rang at once.
            }
        }
    }

    /// <summary>One round: takes on what is due and gives how many parts that were.</summary>
    public async Task<int> TakeDueAsync(CancellationToken cancellationToken)
    {
        var taken = 0;
        foreach (var (planId, routerId) in await DueAsync(cancellationToken))
        {
            if (_routers.ContainsKey(routerId) || !await TryLeaseAsync(planId, routerId, cancellationToken))
            {
                continue;
            }

            taken++;
            var work = WorkAsync(planId, routerId, cancellationToken);
            _routers[routerId] = work;
            _ = work.ContinueWith(
                _ =>
                {
                    _routers.TryRemove(routerId, out var ignored);
                    Wake();
                },
                CancellationToken.None,
                TaskContinuationOptions.ExecuteSynchronously,
                TaskScheduler.Default);
        }

        return taken;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (source.Provider == StorageProvider.Sqlite)
        {
            await ForgetLeasesAsync(stoppingToken);
        }

        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await TakeDueAsync(stoppingToken);
                await _wake.WaitAsync(Poll, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
            catch (Exception exception)
            {
                logger.LogError(exception, "Plans cannot be read");
                await Task.Delay(AfterFailure, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }

        await Task.WhenAll(_routers.Values);
    }

    // A file has one portal: whatever is leased, is leased to one that was killed.
    private async Task ForgetLeasesAsync(CancellationToken cancellationToken)
    {
        await using var context = source.CreateForSystem(Job);
        await context.Set<AccessPlanRouter>().Where(p => p.LeasedBy != null).ExecuteUpdateAsync(
            set => set.SetProperty(p => p.LeasedBy, (string?)null).SetProperty(p => p.LeasedUntilUtc, (DateTime?)null), cancellationToken);
    }

    private async Task<List<(Guid PlanId, Guid RouterId)>> DueAsync(CancellationToken cancellationToken)
    {
        var now = clock.UtcNow();
        await using var context = source.CreateForSystem(Job);
        var due = await (
            from part in context.Set<AccessPlanRouter>().AsNoTracking()
            join plan in context.Set<AccessPlanRecord>() on part.PlanId equals plan.Id
            where part.State == AccessPlanState.Applying && plan.State == AccessPlanState.Applying
                && (part.NextTryAtUtc == null || part.NextTryAtUtc <= now) && (part.LeasedUntilUtc == null || part.LeasedUntilUtc <= now)
            orderby plan.BegunAtUtc, plan.Id
            select new { part.PlanId, part.RouterId }).ToListAsync(cancellationToken);
        return [.. due.DistinctBy(d => d.RouterId).Select(d => (d.PlanId, d.RouterId))];
    }

    // Any other part of that router under lease keeps this one waiting, on whatever node it is.
    private async Task<bool> TryLeaseAsync(Guid planId, Guid routerId, CancellationToken cancellationToken)
    {
        var now = clock.UtcNow();
        var until = now + Lease;
        await using var context = source.CreateForSystem(Job);
        var parts = context.Set<AccessPlanRouter>();
        return await parts
            .Where(p => p.PlanId == planId && p.RouterId == routerId && p.State == AccessPlanState.Applying && (p.LeasedUntilUtc == null || p.LeasedUntilUtc <= now))
            .Where(p => !parts.Any(other => other.RouterId == routerId && other.PlanId != planId && other.LeasedUntilUtc > now))
            .ExecuteUpdateAsync(set => set.SetProperty(p => p.LeasedBy, _owner).SetProperty(p => p.LeasedUntilUtc, until), cancellationToken) == 1;
    }

    private async Task WorkAsync(Guid planId, Guid routerId, CancellationToken cancellationToken)
    {
        try
        {
            await runner.RunAsync(planId, routerId, token => RenewAsync(planId, routerId, token), cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The portal stops; what was sent is noted, the rest goes on after the next start.
        }
        catch (Exception exception)
        {
            logger.LogError(exception, "Plan {Plan} on router {Router} was interrupted; it is tried again", planId, routerId);
        }

        await using var context = source.CreateForSystem(Job);
        await Mine(context, planId, routerId).ExecuteUpdateAsync(
            set => set.SetProperty(p => p.LeasedBy, (string?)null).SetProperty(p => p.LeasedUntilUtc, (DateTime?)null), CancellationToken.None);
    }

    private async Task<bool> RenewAsync(Guid planId, Guid routerId, CancellationToken cancellationToken)
    {
        var until = clock.UtcNow() + Lease;
        await using var context = source.CreateForSystem(Job);
        return await Mine(context, planId, routerId).ExecuteUpdateAsync(set => set.SetProperty(p => p.LeasedUntilUtc, until), cancellationToken) == 1;
    }

    private IQueryable<AccessPlanRouter> Mine(PortalDbContext context, Guid planId, Guid routerId) =>
        context.Set<AccessPlanRouter>().Where(p => p.PlanId == planId && p.RouterId == routerId && p.LeasedBy == _owner);
}
