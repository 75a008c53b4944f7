using IspPortal.Core.Common.Time;
using IspPortal.Core.Mapping.Levels;
using IspPortal.Core.Mapping.Plant;
using IspPortal.Core.Monitoring.Series;
using IspPortal.Core.Network.Access;
using IspPortal.Infrastructure.Persistence;
using IspPortal.Infrastructure.Series;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Mapping.Levels;

/// <summary>Keeps what was read of the light of lines in their history, where charts and rules find it. The readings themselves stay the truth.</summary>
internal sealed class LightFigures(PortalContextSource source, ISeriesStore store, TimeProvider clock)
{
    private const int AtOnce = 500;
    private const int MostNudges = 1_000;

    /// <summary>A reading holds for about as long as a chart can show.</summary>
    private static readonly TimeSpan Holds = TimeSpan.FromMinutes(1);

    /// <summary>Older ones come from a file: nobody is to be alarmed by the day before yesterday.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(30);

    public async Task KeepAsync(IReadOnlyList<OpticalReading> readings, CancellationToken cancellationToken)
    {
        var past = clock.UtcNow() - Fresh;
        foreach (var some in readings.Chunk(AtOnce))
        {
            var lines = await LinesAsync([.. some.Select(r => r.OntSerial).Distinct()], cancellationToken);
            var samples = some.SelectMany(r => lines[r.OntSerial].Select(line => (line.RouterId, r.AtUtc, Sample: new SeriesSample(SeriesSubject.Access(line.AccessId), Metric.RxPowerDbm, r.RxDbm, Holds))));
            foreach (var batch in samples.GroupBy(s => (s.RouterId, s.AtUtc)).OrderBy(b => b.Key.AtUtc))
            {
                await AppendAsync(new SeriesBatch(batch.Key.RouterId, batch.Key.AtUtc, [.. batch.Select(b => b.Sample)]) { IsPast = batch.Key.AtUtc < past }, cancellationToken);
            }
        }
    }

    // A router has one batch a millisecond: the poll of that very moment, or another OLT's, was there first.
    private async Task AppendAsync(SeriesBatch batch, CancellationToken cancellationToken)
    {
        for (var nudge = 0; nudge < MostNudges && !await store.AppendAsync(batch with { AtUtc = batch.AtUtc.AddMilliseconds(nudge) }, cancellationToken); nudge++)
        {
        }
    }

    private async Task<ILookup<string, (Guid AccessId, Guid RouterId)>> LinesAsync(List<string> serials, CancellationToken cancellationToken)
    {
        await using var context = source.CreateForSystem("optical-readings");
        var found = await (
            from drop in context.Set<Drop>().AsNoTracking()
            join line in context.Set<DropLine>() on drop.Id equals line.DropId
            join place in context.Set<AccessPlacement>() on line.AccessId equals place.AccessId
            where drop.OntSerial != null && serials.Contains(drop.OntSerial) && place.Role == PlacementRole.Primary
            select new { Serial = drop.OntSerial!, line.AccessId, place.RouterId }).ToListAsync(cancellationToken);
        return found.ToLookup(f => f.Serial, f => (f.AccessId, f.RouterId), StringComparer.Ordinal);
    }
}
