using IspPortal.Core.Billing.Generator;
using IspPortal.Core.Subscriptions;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Billing.Invoices;

/// <summary>Whole days on which lines were held, from their history: a day on which a line worked for a while is not one of them.</summary>
internal static class HoldSpans
{
    /// <summary>The word of histories for an unpaid line.</summary>
    public const string Isolated = "Dunning";

    /// <summary>The word of histories for a prepaid line that ran out.</summary>
    public const string Expired = "Expired";

    private static readonly SubscriptionHistoryKind[] Kinds = [SubscriptionHistoryKind.Held, SubscriptionHistoryKind.Released];

    public static async Task<Dictionary<(Guid Subscription, string Hold), IReadOnlyList<DaySpan>>> ReadAsync(
        PortalDbContext context, IReadOnlyCollection<Guid> subscriptionIds, TimeZoneInfo zone, CancellationToken cancellationToken)
    {
        string[] names = [Isolated, Expired];
        var entries = await context.Set<SubscriptionHistoryEntry>().AsNoTracking()
            .Where(h => subscriptionIds.Contains(h.SubscriptionId) && Kinds.Contains(h.Kind) && (names.Contains(h.Before) || names.Contains(h.After)))
            .OrderBy(h => h.AtUtc).ThenBy(h => h.Id).Select(h => new { h.SubscriptionId, h.Kind, h.AtUtc, h.Before, h.After }).ToListAsync(cancellationToken);
        var spans = new Dictionary<(Guid, string), List<DaySpan>>();
        var open = new Dictionary<(Guid, string), DateTime>();
        foreach (var entry in entries)
        {
            var held = entry.Kind == SubscriptionHistoryKind.Held;
            var key = (entry.SubscriptionId, (held ? entry.After : entry.Before)!);
            if (held)
            {
                open.TryAdd(key, entry.AtUtc);
            }
            else if (open.Remove(key, out var since))
            {
                // Until the day before it worked again.
                Add(spans, key, new DaySpan(FirstOf(key.Item2, since, zone), DayOf(entry.AtUtc, zone).AddDays(-1)));
            }
        }

        foreach (var (key, since) in open)
        {
            Add(spans, key, new DaySpan(FirstOf(key.Item2, since, zone)));
        }

        return spans.ToDictionary(pair => pair.Key, pair => (IReadOnlyList<DaySpan>)pair.Value);
    }

    private static void Add(Dictionary<(Guid, string), List<DaySpan>> spans, (Guid, string) key, DaySpan span)
    {
        if (span.ToOn < span.FromOn)
        {
            return;
        }

        if (!spans.TryGetValue(key, out var known))
        {
            spans[key] = known = [];
        }

        known.Add(span);
    }

    // A time that runs out does so with its last day, soon after midnight; an isolated line worked for a part of its first day.
    private static DateOnly FirstOf(string hold, DateTime since, TimeZoneInfo zone) => hold == Expired ? DayOf(since, zone) : DayOf(since, zone).AddDays(1);

    private static DateOnly DayOf(DateTime atUtc, TimeZoneInfo zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(atUtc, zone));
}
