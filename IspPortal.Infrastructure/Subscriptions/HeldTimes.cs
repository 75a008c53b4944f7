using IspPortal.Core.Monitoring.Analytics;
using IspPortal.Core.Subscriptions;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Subscriptions;

/// <summary>When sold lines were isolated, paused or held by hand, before they were put into service and after they ended: nobody is to blame that they did not work then.</summary>
internal sealed class HeldTimes(PortalContextSource source) : IExcusedTimes
{
    private const int IdsAtOnce = 500;

    private static readonly SubscriptionHistoryKind[] Kinds = [SubscriptionHistoryKind.Held, SubscriptionHistoryKind.Released, SubscriptionHistoryKind.Terminated];

    public async Task<IReadOnlyList<ExcusedTime>> BetweenAsync(IReadOnlyCollection<Guid> accessIds, DateTime fromUtc, DateTime toUtc, CancellationToken cancellationToken)
    {
        var found = new List<ExcusedTime>();
        await using var context = source.CreateForSystem("held-times");
        foreach (var some in accessIds.Distinct().Chunk(IdsAtOnce))
        {
            var subscriptions = await context.Set<Subscription>().AsNoTracking().Where(s => some.Contains(s.AccessId)).Select(s => new { s.Id, s.AccessId, s.ActivatedAtUtc }).ToListAsync(cancellationToken);
            var ids = subscriptions.ConvertAll(s => s.Id);
            var entries = (await context.Set<SubscriptionHistoryEntry>().AsNoTracking().Where(h => ids.Contains(h.SubscriptionId) && Kinds.Contains(h.Kind) && h.AtUtc < toUtc)
                .OrderBy(h => h.AtUtc).ThenBy(h => h.Id).Select(h => new { h.SubscriptionId, h.Kind, h.AtUtc, h.Before, h.After }).ToListAsync(cancellationToken)).ToLookup(h => h.SubscriptionId);
            foreach (var subscription in subscriptions)
            {
                if (subscription.ActivatedAtUtc is { } activated && activated > fromUtc)
                {
                    found.Add(new ExcusedTime(subscription.AccessId, DateTime.MinValue, activated));
                }

                var open = new Dictionary<string, DateTime>(StringComparer.Ordinal);
                foreach (var entry in entries[subscription.Id])
                {
                    switch (entry.Kind)
                    {
                        case SubscriptionHistoryKind.Held:
                            open.TryAdd(entry.After ?? "", entry.AtUtc);
                            break;
                        case SubscriptionHistoryKind.Released when open.Remove(entry.Before ?? "", out var since):
                            found.Add(new ExcusedTime(subscription.AccessId, since, entry.AtUtc));
                            break;
                        case SubscriptionHistoryKind.Terminated:
                            open.TryAdd(nameof(SubscriptionHistoryKind.Terminated), entry.AtUtc);
                            break;
                        default:
                            break;
                    }
                }

                found.AddRange(open.Values.Select(since => new ExcusedTime(subscription.AccessId, since, null)));
            }
        }

        return [.. found.Where(e => e.FromUtc < toUtc && (e.ToUtc is null || e.ToUtc > fromUtc))];
    }
}
