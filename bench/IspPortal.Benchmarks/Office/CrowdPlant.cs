using System.Globalization;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Mapping.Geo;
using IspPortal.Core.Mapping.Plant;
using IspPortal.Infrastructure.Lab.Seeding;
using IspPortal.Infrastructure.Mapping.Live;
using IspPortal.Infrastructure.Persistence;

namespace IspPortal.Benchmarks.Office;

/// <summary>A plant for a crowd: ODPs of 16 ports at houses, each with as many of the lines as fit, and bent cables between neighbours.</summary>
internal static class CrowdPlant
{
    private const int Ports = 16;

    public static async Task SeedAsync(PortalContextSource source, IReadOnlyList<MapLine> lines, int odps, int cables)
    {
        var clock = TimeProvider.System;
        var now = clock.UtcNow();
        var houses = lines.OrderBy(l => l.RouterId).ThenBy(l => l.Point!.Value.Longitude).ToList();
        List<PlantNode> nodes = [.. Enumerable.Range(0, odps).Select(n => NodeOf(n, houses[(int)((long)n * houses.Count / odps)].Point!.Value))];
        var random = new Random(5);
        List<Cable> ways = [.. Enumerable.Range(0, cables).Select(n => CableOf(n, nodes[n % odps], nodes[(n + 1 + (n / odps)) % odps]))];
        List<Drop> drops = [.. houses.Select((l, n) => new Drop
        {
            Id = Ids.New(clock), OdpId = nodes[(int)((long)n * odps / houses.Count)].Id, Port = 0, Latitude = l.Point!.Value.Latitude, Longitude = l.Point.Value.Longitude, CreatedAtUtc = now, Version = 1,
        })];
        var served = drops.Zip(houses).GroupBy(pair => pair.First.OdpId).SelectMany(odp => odp.Take(Ports - 2).Select((pair, n) => (Drop: pair.First, Line: pair.Second, Port: n + 1))).ToList();
        served.ForEach(s => s.Drop.Port = s.Port);

        await using var context = source.CreateForSystem("bench");
        await using var transaction = await context.Database.BeginTransactionAsync();
        await context.InsertSampleRowsAsync(nodes, CancellationToken.None);
        await context.InsertSampleRowsAsync(ways, CancellationToken.None);
        await context.InsertSampleRowsAsync(served.ConvertAll(s => s.Drop), CancellationToken.None);
        await context.InsertSampleRowsAsync(served.ConvertAll(s => new DropLine { AccessId = s.Line.AccessId, DropId = s.Drop.Id, Version = 1 }), CancellationToken.None);
        await context.InsertSampleRowsAsync(
            served.ConvertAll(s => new OdpPort { OdpId = s.Drop.OdpId, Number = s.Port, State = OdpPortState.Used, DropId = s.Drop.Id, ChangedBy = "system:bench", ChangedAtUtc = now, Version = 1 }), CancellationToken.None);
        await transaction.CommitAsync();

        PlantNode NodeOf(int number, GeoPoint at)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"ODP-{number:00000}");
            return new PlantNode
            {
                Id = Ids.New(clock), Kind = PlantNodeKind.Odp, Name = name, NameKey = PlantNode.KeyOf(name), Latitude = at.Latitude, Longitude = at.Longitude, Ports = Ports, SplitterOutputs = Ports, CreatedAtUtc = now, Version = 1,
            };
        }

        Cable CableOf(int number, PlantNode from, PlantNode to)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"KBL-{number:00000}");
            var bends = Enumerable.Range(1, 6).Select(n => new GeoPoint(
                from.Latitude + ((to.Latitude - from.Latitude) * n / 7) + ((random.NextDouble() - 0.5) * 0.0006), from.Longitude + ((to.Longitude - from.Longitude) * n / 7) + ((random.NextDouble() - 0.5) * 0.0006)));
            return new Cable { Id = Ids.New(clock), Name = name, NameKey = PlantNode.KeyOf(name), FromNodeId = from.Id, ToNodeId = to.Id, Cores = 24, Bends = RouteText.Of(bends), CreatedAtUtc = now, Version = 1 };
        }
    }
}
