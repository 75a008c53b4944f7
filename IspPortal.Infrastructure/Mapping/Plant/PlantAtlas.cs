using IspPortal.Core.Common.Time;
using IspPortal.Core.Mapping.Fiber;
using IspPortal.Core.Mapping.Plant;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Mapping.Plant;

/// <summary>Remembers the plant of the last revision: all of it is read once and then only asked whether it changed, on this node at once and on others within a moment.</summary>
internal sealed class PlantAtlas(PortalContextSource source, TimeProvider clock) : IDisposable
{
    private const string By = "plant-atlas";
    private static readonly TimeSpan AskedAgainAfter = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim _gate = new(1, 1);
    private volatile PlantImage? _image;
    private long _askedAtTicks = long.MinValue;

    /// <summary>The plant, at most a moment old.</summary>
    public async Task<PlantImage> GetAsync(CancellationToken cancellationToken)
    {
        if (_image is { } fresh && clock.GetElapsedTime(Interlocked.Read(ref _askedAtTicks)) < AskedAgainAfter)
        {
            return fresh;
        }

        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (_image is { } known && clock.GetElapsedTime(Interlocked.Read(ref _askedAtTicks)) < AskedAgainAfter)
            {
                return known;
            }

            // Asked before it is read: a change during the reading is seen the next time.
            var asked = clock.GetTimestamp();
            await using var context = source.CreateForSystem(By);
            var revision = await context.RevisionAsync(cancellationToken);
            if (_image is not { } image || image.Revision != revision)
            {
                _image = image = await ReadAsync(context, cancellationToken);
            }

            Interlocked.Exchange(ref _askedAtTicks, asked);
            return image;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>The plant of exactly that revision, which the caller's transaction keeps from being followed by another.</summary>
    public async Task<PlantImage> GetAsync(long revision, CancellationToken cancellationToken)
    {
        if (_image is { } known && known.Revision == revision)
        {
            return known;
        }

        Touch();
        var image = await GetAsync(cancellationToken);
        return image.Revision >= revision ? image : throw new InvalidOperationException($"The plant is at revision {image.Revision}, not yet {revision}.");
    }

    /// <summary>The plant was changed here: the next one who asks reads it.</summary>
    public void Touch() => Interlocked.Exchange(ref _askedAtTicks, clock.GetTimestamp() - (long)(AskedAgainAfter.TotalSeconds * 2 * clock.TimestampFrequency));

    public void Dispose() => _gate.Dispose();

    /// <summary>Reads all of it. Without a transaction, which on SQLite would keep everybody from writing: what changed while it was read is read again.</summary>
    public static async Task<PlantImage> ReadAsync(PortalDbContext context, CancellationToken cancellationToken)
    {
        while (true)
        {
            var revision = await context.RevisionAsync(cancellationToken);
            var nodes = await context.Set<PlantNode>().AsNoTracking().ToListAsync(cancellationToken);
            var cables = await context.Set<Cable>().AsNoTracking().ToListAsync(cancellationToken);
            var splitters = await context.Set<Splitter>().AsNoTracking().ToListAsync(cancellationToken);
            var joints = await context.Set<CoreJoint>().AsNoTracking().ToDictionaryAsync(j => j.Id, cancellationToken);
            var ends = await context.Set<JointEnd>().AsNoTracking().ToListAsync(cancellationToken);
            var drops = await context.Set<Drop>().AsNoTracking().ToListAsync(cancellationToken);
            var lines = await context.Set<DropLine>().AsNoTracking().ToListAsync(cancellationToken);
            var ports = await context.Set<OdpPort>().AsNoTracking().ToListAsync(cancellationToken);
            var links = await context.Set<RadioLink>().AsNoTracking().ToListAsync(cancellationToken);
            var routers = await context.Set<SiteRouter>().AsNoTracking().ToListAsync(cancellationToken);
            if (await context.RevisionAsync(cancellationToken) == revision)
            {
                return new PlantImage(revision, nodes, cables, splitters, [.. JoinsOf(joints, ends)], drops, lines, ports, links, routers);
            }
        }
    }

    private static IEnumerable<FiberJoin> JoinsOf(Dictionary<Guid, CoreJoint> joints, List<JointEnd> ends) =>
        from end in ends
        group end by end.JointId into pair
        let held = pair.OrderBy(e => e.Place).ToList()
        where held.Count == 2
        select new FiberJoin(pair.Key, joints[pair.Key].NodeId, held[0].ToEnd(), held[1].ToEnd(), joints[pair.Key].Kind);
}
