using IspPortal.Core.Mapping.Fiber;
using IspPortal.Core.Mapping.Levels;
using IspPortal.Core.Mapping.Optics;
using IspPortal.Core.Mapping.Plant;
using IspPortal.Infrastructure.Lab.Sample;
using IspPortal.Infrastructure.Mapping.Plant;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;

namespace IspPortal.Infrastructure.Lab.Seeding;

/// <summary>
/// Writes what the sample ISP's ONTs measured once a week, once: about what their plant promises, but for a box here and there whose input went dark step by step over the last weeks, and for single houses
/// with a dirty connector.
/// </summary>
internal sealed class LabLightStep(SampleIsp sample, PortalContextSource source, TimeProvider clock) : IHostedService
{
    private const string By = "lab-light";
    private const int Weeks = 13;
    private const int DarkWeeks = 4;
    private const int EveryDarkBox = 19;
    private const int EveryDirtyHouse = 83;
    private const double WorseByWeekDb = 1.4;
    private const double DirtyDb = 4.2;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (sample.Routers.Count * sample.Profile.SubscribersPerRouter > LabRoutersStep.MostLines)
        {
            return;
        }

        await using var context = source.CreateForSystem(By);
        if (await context.Set<OpticalReading>().AnyAsync(cancellationToken))
        {
            return;
        }

        var plant = await PlantAtlas.ReadAsync(context, cancellationToken);
        var boxes = plant.Nodes.Values.Where(n => n.Kind == PlantNodeKind.Odp).OrderBy(n => n.NameKey, StringComparer.Ordinal).Select((odp, n) => (odp.Id, IsDark: n % EveryDarkBox == EveryDarkBox / 2)).ToDictionary(b => b.Id, b => b.IsDark);
        var today = clock.GetUtcNow().UtcDateTime.Date;
        var readings = new List<OpticalReading>();
        foreach (var (drop, place) in plant.Drops.Values.Where(d => d.OntSerial is not null).OrderBy(d => d.OntSerial, StringComparer.Ordinal).Select((d, n) => (d, n)))
        {
            var trace = plant.Fiber.Trace(plant.FiberDrops[drop.Id]);
            if (trace.End == FiberTraceEnd.AtOlt && OpticalBudget.Of(trace, new OpticalLosses()).ExpectedDbm is { } expected)
            {
                readings.AddRange(Of(drop.OntSerial!, expected, boxes[drop.OdpId], place, today));
            }
        }

        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await context.InsertSampleRowsAsync(readings, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static IEnumerable<OpticalReading> Of(string serial, double expected, bool isDark, int place, DateTime today)
    {
        var random = new Random(place);

        // As built: splices are better or worse than planned.
        var built = expected + 0.4 - random.NextDouble();
        for (var week = Weeks - 1; week >= 0; week--)
        {
            var lost = (isDark ? Math.Max(0, DarkWeeks - week) * WorseByWeekDb : 0) + (place % EveryDirtyHouse == EveryDirtyHouse / 2 && week < DarkWeeks * 2 ? DirtyDb : 0);
            yield return new OpticalReading
            {
                OntSerial = serial,
                AtUtc = DateTime.SpecifyKind(today.AddDays(-7 * week), DateTimeKind.Utc),
                RxDbm = Math.Round(built - lost + ((random.NextDouble() - 0.5) * 0.4), 2),
                TxDbm = Math.Round(2.1 + (random.NextDouble() * 0.6), 2),
                Source = ReadingSource.Api,
            };
        }
    }
}
