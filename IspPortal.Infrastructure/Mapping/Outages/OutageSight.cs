using IspPortal.Core.Audit;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Mapping.Causes;
using IspPortal.Core.Mapping.Outages;
using IspPortal.Core.Mapping.Plant;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Operations;
using IspPortal.Core.Network.Provisioning;
using IspPortal.Core.Network.Sessions;
using IspPortal.Infrastructure.Monitoring;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Mapping.Outages;

/// <summary>
/// How every line that is drawn stands for the question whether the plant is broken. Most of it is known without the database: who is online. Only of those that were lost lately it is asked whether somebody
/// of ours ended the session or meant it to be off.
/// </summary>
internal sealed class OutageSight(LiveNetwork network, TimeProvider clock)
{
    /// <summary>Who was lost longer ago is off for another reason, unless an open outage has it.</summary>
    private static readonly TimeSpan LooksBack = TimeSpan.FromMinutes(15);

    /// <summary>A session that ends so soon after our kick ended by it: polls see it late.</summary>
    private static readonly TimeSpan AfterKick = TimeSpan.FromSeconds(90);

    /// <summary>A kick by hand is written down once the router has answered: a poll may see the loss first.</summary>
    private static readonly TimeSpan WrittenWithin = TimeSpan.FromSeconds(5);

    private (long Revision, IReadOnlyList<(Guid AccessId, IReadOnlyList<PlantElement> Path)> Lines) _paths = (-1, []);

    /// <summary>Every drawn line. <paramref name="known"/> are the lines of open outages with the time they went.</summary>
    public async Task<IReadOnlyList<WatchedLine>> LookAsync(PortalDbContext context, PlantImage plant, IReadOnlyDictionary<Guid, DateTime> known, CancellationToken cancellationToken)
    {
        var now = clock.UtcNow();
        var paths = PathsOf(plant);
        var (online, unread) = Sessions(now);
        var lost = await LostAsync(context, online, now, cancellationToken);
        foreach (var (accessId, wentAt) in known.Where(k => !online.Contains(k.Key)))
        {
            lost[accessId] = wentAt;
        }

        return [.. paths.Select(line => online.Contains(line.AccessId) ? new WatchedLine(line.AccessId, line.Path, LineCondition.Online)
            : line.Path.Any(e => e.Kind == PlantElementKind.Router && unread.Contains(e.Id)) ? new WatchedLine(line.AccessId, line.Path, LineCondition.Unknown)
            : lost.TryGetValue(line.AccessId, out var at) ? new WatchedLine(line.AccessId, line.Path, LineCondition.Lost, at)
            : new WatchedLine(line.AccessId, line.Path, LineCondition.NotCounted))];
    }

    /// <summary>Who is online anywhere, and the routers that cannot be read.</summary>
    private (HashSet<Guid> Online, HashSet<Guid> Unread) Sessions(DateTime now)
    {
        var (online, unread) = (new HashSet<Guid>(), new HashSet<Guid>());
        foreach (var view in network.Views)
        {
            if (view.SessionsReadAtUtc is not null && view.IsFreshAt(now))
            {
                online.UnionWith(view.Sessions.Select(s => s.Row.AccessId));
            }
            else
            {
                unread.Add(view.Snapshot.RouterId);
            }
        }

        return (online, unread);
    }

    private static async Task<Dictionary<Guid, DateTime>> LostAsync(PortalDbContext context, HashSet<Guid> online, DateTime now, CancellationToken cancellationToken)
    {
        var since = now - LooksBack;
        var ended = await context.Set<SessionRecord>().AsNoTracking()
            .Where(s => s.EndedAtUtc > since && s.EndReason == SessionEndReason.Disconnected)
            .Select(s => new { s.AccessId, s.EndedAtUtc }).ToListAsync(cancellationToken);
        var lost = ended.Where(s => !online.Contains(s.AccessId)).GroupBy(s => s.AccessId).ToDictionary(g => g.Key, g => g.Max(s => s.EndedAtUtc!.Value));
        foreach (var some in lost.Keys.Chunk(500))
        {
            List<Guid?> ids = [.. some];
            var meant = await context.Set<DesiredAccessRecord>().AsNoTracking().Where(a => ids.Contains(a.AccessId)).ToListAsync(cancellationToken);
            foreach (var off in meant.Where(a => a.State is AccessState.Isolated or AccessState.Disabled or AccessState.Absent))
            {
                lost.Remove(off.AccessId);
            }

            var kicks = await context.Set<AccessPlanStepRecord>().AsNoTracking().Where(s => ids.Contains(s.AccessId) && s.Verb == PlanVerb.Kick && s.SentAtUtc > since - AfterKick)
                .Select(s => new { s.AccessId, At = s.SentAtUtc }).ToListAsync(cancellationToken);
            foreach (var kick in kicks.Where(k => lost.TryGetValue(k.AccessId!.Value, out var at) && k.At <= at && k.At > at - AfterKick))
            {
                lost.Remove(kick.AccessId!.Value);
            }

            var names = some.ToDictionary(id => id.ToString());
            List<string?> texts = [.. names.Keys];
            var byHand = await context.Set<AuditEntry>().AsNoTracking().Where(a => a.Entity == KickAudit.Entity && texts.Contains(a.EntityId) && a.Action == KickAudit.Action && a.AtUtc > since - AfterKick)
                .Select(a => new { a.EntityId, a.AtUtc }).ToListAsync(cancellationToken);
            foreach (var kick in byHand.Where(k => lost.TryGetValue(names[k.EntityId!], out var at) && k.AtUtc <= at + WrittenWithin && k.AtUtc > at - AfterKick))
            {
                lost.Remove(names[kick.EntityId!]);
            }
        }

        return lost;
    }

    private IReadOnlyList<(Guid AccessId, IReadOnlyList<PlantElement> Path)> PathsOf(PlantImage plant)
    {
        if (_paths.Revision != plant.Revision)
        {
            _paths = (plant.Revision, [.. plant.FiberDrops.Values.SelectMany(drop => drop.Accesses).Select(id => (id, PlantPaths.Of(plant, id, null)))]);
        }

        return _paths.Lines;
    }
}
