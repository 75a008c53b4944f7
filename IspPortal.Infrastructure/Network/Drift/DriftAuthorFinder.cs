using IspPortal.Core.Network.Drift;
using IspPortal.Core.Network.Events;
using IspPortal.Core.Network.Provisioning;
using IspPortal.Infrastructure.Network.Events;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Network.Drift;

/// <summary>
/// Notes on differences who made them, once, when they are found: the log forgets. The router's log is read at that moment, so that a change of this minute has its
/// name. A difference can only be made after the portal's own last step on the item, and after the reading that still found none.
/// </summary>
internal sealed class DriftAuthorFinder(RouterLogHarvest harvest)
{
    private const int KeysAtOnce = 500;
    private const int MostChanges = 5_000;

    // A log has whole seconds, and so has the router's clock.
    private static readonly TimeSpan Grain = TimeSpan.FromSeconds(2);

    /// <summary>Fills in the authors of differences of one router: those that lack one, each with the last reading in which it was not so (null: there was none).</summary>
    public async Task FillAsync(PortalDbContext context, Guid routerId, RouterContents contents, IReadOnlyList<(DriftItem Item, DateTime? UnlikeAtUtc)> items, CancellationToken cancellationToken)
    {
        if (items.Count == 0)
        {
            return;
        }

        var ahead = (await harvest.ReadAsync(routerId, cancellationToken)).ClockAhead ?? TimeSpan.Zero;
        var changes = await context.Set<RouterEvent>().AsNoTracking()
            .Where(e => e.RouterId == routerId && e.Kind == RouterEventKind.ConfigurationChanged && e.Subject != null)
            .OrderByDescending(e => e.AtUtc).Take(MostChanges)
            .Select(e => new RouterChange(e.AtUtc, e.Subject!, e.Address, e.Menu, e.Item, e.ItemId)).ToListAsync(cancellationToken);
        if (changes.Count == 0)
        {
            return;
        }

        var authors = new DriftAuthors(changes.Select(c => c with { AtUtc = c.AtUtc - ahead }));
        var steps = await LastStepsAsync(context, routerId, [.. items.Select(i => i.Item.Key).Distinct(StringComparer.Ordinal)], cancellationToken);
        foreach (var (item, unlikeAtUtc) in items)
        {
            var step = steps.GetValueOrDefault((item.Menu, item.Key));
            var ids = new[] { contents.Find(item.Menu)?.Find(item.Key)?.Id, step?.ItemId, step is { Verb: PlanVerb.Add } ? step.Answer : null }.OfType<string>().Distinct(StringComparer.Ordinal);
            var from = Later(step?.SentAtUtc, unlikeAtUtc) - Grain;
            if (authors.Find(item.Menu, item.Key, ids, from, mayGuess: unlikeAtUtc is not null && item.Kind != DriftKind.Unowned) is { } author)
            {
                (item.ChangedBy, item.ChangedFrom, item.ChangedAtUtc, item.ChangedByIsGuess) = (author.By, author.From, author.AtUtc, author.IsGuess);
            }
        }
    }

    private static DateTime? Later(DateTime? left, DateTime? right) => left is null || right > left ? right : left;

    private static async Task<Dictionary<(string Menu, string Key), AccessPlanStepRecord>> LastStepsAsync(PortalDbContext context, Guid routerId, IReadOnlyList<string> keys, CancellationToken cancellationToken)
    {
        var last = new Dictionary<(string, string), AccessPlanStepRecord>();
        foreach (var some in keys.Chunk(KeysAtOnce))
        {
            var steps = await context.Set<AccessPlanStepRecord>().AsNoTracking()
                .Where(s => s.RouterId == routerId && some.Contains(s.Key) && s.State == PlanStepState.Done && s.SentAtUtc != null)
                .Select(s => new AccessPlanStepRecord { Menu = s.Menu, Key = s.Key, Reason = "", Verb = s.Verb, SentAtUtc = s.SentAtUtc, ItemId = s.ItemId, Answer = s.Answer }).ToListAsync(cancellationToken);
            foreach (var step in steps.OrderBy(s => s.SentAtUtc))
            {
                last[(step.Menu, step.Key)] = step;
            }
        }

        return last;
    }
}
