using System.Globalization;
using IspPortal.Core.Common.Events;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Identity;
using IspPortal.Infrastructure.Identity;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IspPortal.Infrastructure.Outbox;

/// <summary>
/// Delivers what is due: at least once, in order per handler and aggregate. A delivery is leased, handled, then marked; whoever dies between leaves
/// a lease that runs out. A failing one blocks only what comes after it for the same handler and aggregate, until it is given up.
/// </summary>
internal sealed class OutboxPump(PortalContextSource source, EventCatalog catalog, IServiceScopeFactory scopes, TimeProvider clock, ILogger<OutboxPump> logger)
{
    private const int BatchSize = 64;
    private const int MaxErrorLength = 2000;

    /// <summary>The pauses between tries; after the last one the delivery is dead.</summary>
    private static readonly TimeSpan[] BackOff =
    [
        TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(15), TimeSpan.FromMinutes(1),
        TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1),
    ];

    private readonly string _owner = string.Create(CultureInfo.InvariantCulture, $"{Environment.MachineName}:{Environment.ProcessId}:{Ids.New(clock):N}");

    public static int MaxAttempts => BackOff.Length + 1;

    /// <summary>How long one delivery may take: the handler is cancelled a little before another dispatcher may take it over.</summary>
    public static TimeSpan Lease { get; } = TimeSpan.FromMinutes(2);

    private static TimeSpan HandlerLimit { get; } = Lease - TimeSpan.FromSeconds(15);

    /// <summary>One round; gives how many deliveries this pump took on.</summary>
    public async Task<int> DeliverDueAsync(CancellationToken cancellationToken)
    {
        var taken = 0;
        var due = await DueAsync(cancellationToken);
        await Parallel.ForEachAsync(due, new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = cancellationToken }, async (delivery, token) =>
        {
            if (await TryLeaseAsync(delivery, token))
            {
                Interlocked.Increment(ref taken);
                await DeliverAsync(delivery, token);
            }
        });
        return taken;
    }

    private async Task<List<Due>> DueAsync(CancellationToken cancellationToken)
    {
        await using var context = source.CreateForSystem("outbox");
        return await DueQuery(context, clock.UtcNow()).ToListAsync(cancellationToken);
    }

    internal static IQueryable<Due> DueQuery(PortalDbContext context, DateTime now)
    {
        var pending = context.Set<OutboxDelivery>().Where(delivery => delivery.State == OutboxDeliveryState.Pending);
        return pending
            .Where(delivery => delivery.NextAttemptAtUtc <= now && (delivery.LeasedUntilUtc == null || delivery.LeasedUntilUtc <= now))
            .Where(delivery => !pending.Any(earlier => earlier.Handler == delivery.Handler && earlier.AggregateId == delivery.AggregateId && earlier.EventId < delivery.EventId))
            .OrderBy(delivery => delivery.EventId)
            .Take(BatchSize)
            .Select(delivery => new Due(delivery.Id, delivery.Event!.Name, delivery.Handler, delivery.Event.Payload, delivery.Attempts));
    }

    private async Task<bool> TryLeaseAsync(Due due, CancellationToken cancellationToken)
    {
        var now = clock.UtcNow();
        var until = now + Lease;
        await using var context = source.CreateForSystem("outbox");
        return await context.Set<OutboxDelivery>()
            .Where(delivery => delivery.Id == due.Id && delivery.State == OutboxDeliveryState.Pending && delivery.Attempts == due.Attempts
                && (delivery.LeasedUntilUtc == null || delivery.LeasedUntilUtc <= now))
            .ExecuteUpdateAsync(update => update.SetProperty(delivery => delivery.LeasedBy, _owner).SetProperty(delivery => delivery.LeasedUntilUtc, until), cancellationToken) == 1;
    }

    private async Task DeliverAsync(Due due, CancellationToken cancellationToken)
    {
        if (catalog.Find(due.EventName, due.Handler) is not { } handler)
        {
            await FinishAsync(due, OutboxDeliveryState.Dead, due.Attempts, "This handler does not exist any more.", cancellationToken);
            return;
        }

        try
        {
            using var limit = new CancellationTokenSource(HandlerLimit, clock);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = Actor.System(due.Handler);
            await handler.HandleAsync(scope.ServiceProvider, due.Payload, either.Token);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The process stops: give it back at once instead of letting the lease run out.
            await ReleaseAsync(due);
            throw;
        }
        catch (Exception exception)
        {
            await FailAsync(due, exception, cancellationToken);
            return;
        }

        await FinishAsync(due, OutboxDeliveryState.Delivered, due.Attempts + 1, null, CancellationToken.None);
    }

    private async Task FailAsync(Due due, Exception exception, CancellationToken cancellationToken)
    {
        var attempts = due.Attempts + 1;
        var error = $"{exception.GetType().Name}: {exception.Message}";
        error = error.Length > MaxErrorLength ? error[..MaxErrorLength] : error;
        if (attempts >= MaxAttempts)
        {
            logger.LogError(exception, "Event {Event} was given up for {Handler} after {Attempts} tries", due.EventName, due.Handler, attempts);
            await FinishAsync(due, OutboxDeliveryState.Dead, attempts, error, cancellationToken);
            return;
        }

        logger.LogWarning(exception, "Event {Event} failed for {Handler}, try {Attempts}", due.EventName, due.Handler, attempts);
        var next = clock.UtcNow() + BackOff[attempts - 1];
        await using var context = source.CreateForSystem("outbox");
        await Mine(context, due).ExecuteUpdateAsync(
            update => update
                .SetProperty(delivery => delivery.Attempts, attempts)
                .SetProperty(delivery => delivery.NextAttemptAtUtc, next)
                .SetProperty(delivery => delivery.LastError, error)
                .SetProperty(delivery => delivery.LeasedBy, (string?)null)
                .SetProperty(delivery => delivery.LeasedUntilUtc, (DateTime?)null),
            cancellationToken);
    }

    private async Task FinishAsync(Due due, OutboxDeliveryState state, int attempts, string? error, CancellationToken cancellationToken)
    {
        var now = clock.UtcNow();
        await using var context = source.CreateForSystem("outbox");
        await Mine(context, due).ExecuteUpdateAsync(
            update => update
                .SetProperty(delivery => delivery.State, state)
                .SetProperty(delivery => delivery.Attempts, attempts)
                .SetProperty(delivery => delivery.FinishedAtUtc, now)
                .SetProperty(delivery => delivery.LastError, error)
                .SetProperty(delivery => delivery.LeasedBy, (string?)null)
                .SetProperty(delivery => delivery.LeasedUntilUtc, (DateTime?)null),
            cancellationToken);
    }

    private async Task ReleaseAsync(Due due)
    {
        await using var context = source.CreateForSystem("outbox");
        await Mine(context, due).ExecuteUpdateAsync(
            update => update.SetProperty(delivery => delivery.LeasedBy, (string?)null).SetProperty(delivery => delivery.LeasedUntilUtc, (DateTime?)null),
            CancellationToken.None);
    }

    /// <summary>Only while the lease is ours: another dispatcher may have taken over a delivery that was too slow.</summary>
    private IQueryable<OutboxDelivery> Mine(PortalDbContext context, Due due) =>
        context.Set<OutboxDelivery>().Where(delivery => delivery.Id == due.Id && delivery.LeasedBy == _owner);

    /// <summary>One delivery that may be tried now.</summary>
    internal sealed record Due(long Id, string EventName, string Handler, string Payload, int Attempts);
}
