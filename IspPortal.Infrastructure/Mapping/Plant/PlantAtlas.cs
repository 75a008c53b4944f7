using System.Data;
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
            var revision = await context.Set<PlantRevision>().AsNoTracking().Where(r => r.Id == PlantRevision.TheOne).Select(r => r.Number).SingleOrDefaultAsync(cancellationToken);
            if (_image is not { } image || image.Revision != revision)
            {
                // One transaction: nothing of a later revision among what is read.
                await using var transaction = await context.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
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

    /// <summary>Reads all of it, in the caller's transaction.</summary>
    public static async Task<PlantImage> ReadAsync(PortalDbContext context, CancellationToken cancellationToken)
    {
        var revision = await context.Set<PlantRevision>().AsNoTracking().Where(r => r.Id == PlantRevision.TheOne).Select(r => r.Number).SingleOrDefaultAsync(cancellationToken);
        var ends = await context.Set<JointEnd>().AsNoTracking().ToListAsync(cancellationToken);
        var joints = await context.Set<CoreJoint>().AsNoTracking().ToDictionaryAsync(j => j.Id, cancellationToken);
        return new PlantImage(
            revision,
            await context.Set<PlantNode>().AsNoTracking().ToListAsync(cancellationToken),
            await context.Set<Cable>().AsNoTracking().ToListAsync(cancellationToken),
            await context.Set<Splitter>().AsNoTracking().ToListAsync(cancellationToken),
            [.. ends.GroupBy(e => e.JointId).Select(g => (Joint: joints[g.Key], Ends: g.OrderBy(e => e.Place).ToList())).Where(j => j.Ends.Count == 2)
                .Select(j => new FiberJoin(j.Joint.Id, j.Joint.NodeId, j.Ends[0].ToEnd(), j.Ends[1].ToEnd(), j.Joint.Kind))],
            await context.Set<Drop>().AsNoTracking().ToListAsync(cancellationToken),
            await context.Set<DropLine>().AsNoTracking().ToListAsync(cancellationToken),
            await context.Set<OdpPort>().AsNoTracking().ToListAsync(cancellationToken),
            await context.Set<RadioLink>().AsNoTracking().ToListAsync(cancellationToken),
            await context.Set<SiteRouter>().AsNoTracking().ToListAsync(cancellationToken));
    }
}
