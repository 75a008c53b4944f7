using System.Collections.Frozen;
using IspPortal.Core.Identity;
using IspPortal.Core.Mapping.Geo;
using IspPortal.Core.Mapping.Live;
using IspPortal.Core.Mapping.Plant;
using IspPortal.Core.Network.Access;
using IspPortal.Infrastructure.Mapping.Live;
using IspPortal.Infrastructure.Monitoring;

namespace IspPortal.Tests.Mapping.Live;

/// <summary>Fifty thousand lines, five thousand ODPs and twelve thousand cables, without a database.</summary>
public sealed class CrowdedMapTests
{
    private const int Lines = 50_000;

    private static readonly GeoBox Town = new(-6.5, 106.9, -6.1, 107.3);
    private static readonly Lazy<MapScene> Scene = new(Crowd);

    private static MapReader Everybody => new(Actor.System("test"));

    [Fact]
    public void No_view_has_more_than_two_thousand_marks()
    {
        var most = 0;
        foreach (var (box, zoom) in Views())
        {
            foreach (var heat in Enum.GetValues<MapHeat>())
            {
                var view = Draw(new MapViewRequest(box, zoom) { Heat = heat });
                Assert.InRange(view.Marks, 1, MapView.MostMarks);
                most = Math.Max(most, view.Marks);
            }
        }

        Assert.InRange(most, 500, MapView.MostMarks);
        Assert.True(MapZooms.MostLines + MapZooms.MostRouters + MapZooms.MostWays + MapZooms.MostHeat + Enum.GetValues<PlantNodeKind>().Sum(MapZooms.MostOf) <= MapView.MostMarks);
    }

    [Fact]
    public void Every_line_in_view_is_counted_however_few_marks_there_are()
    {
        foreach (var (box, zoom) in Views())
        {
            var view = Draw(new MapViewRequest(box, zoom));
            Assert.Equal(Scene.Value.Placed.Count(l => box.Holds(l.Point)), view.Counts.Lines);
            Assert.Equal(Scene.Value.Placed.Count(l => box.Padded(0.2).Holds(l.Point)), view.Lines.Sum(l => l.Count));
            Assert.Equal(view.Counts.Lines / box.SquareKilometres, view.Counts.LinesPerSquareKilometre!.Value, 6);
        }
    }

    [Fact]
    public void A_view_is_drawn_in_some_ten_milliseconds()
    {
        Draw(new MapViewRequest(Town, 12));
        var start = TimeProvider.System.GetTimestamp();
        for (var i = 0; i < 5; i++)
        {
            Draw(new MapViewRequest(Town, 12));
        }

        // Many times what it takes on a busy machine; looking at every pair of marks would not pass.
        Assert.True(TimeProvider.System.GetElapsedTime(start).TotalMilliseconds / 5 < 1_000);
    }

    [Fact]
    public void Small_things_are_shown_from_near_and_short_cables_not_from_afar()
    {
        var far = Draw(new MapViewRequest(Town, 11));
        Assert.DoesNotContain(far.Nodes, n => n.Kind is PlantNodeKind.Odp or PlantNodeKind.Pole);
        Assert.Empty(far.Ways);
        Assert.Equal(12_000, far.WaysLeftOut);

        var near = Draw(new MapViewRequest(new GeoBox(-6.302, 107.098, -6.298, 107.102), 18));
        Assert.Contains(near.Nodes, n => n is { Kind: PlantNodeKind.Odp, Id: not null, Ports: 16 });
        Assert.NotEmpty(near.Ways);
        Assert.True(near.Ways.Zip(near.Ways.Skip(1)).All(pair => GeoRoute.MetresAlong(pair.First.Points) >= GeoRoute.MetresAlong(pair.Second.Points) - 1));
        Assert.All(near.Lines.Where(l => l.Count == 1), l => Assert.NotNull(l.Label));
    }

    [Fact]
    public void Layers_that_are_taken_off_are_not_drawn_and_still_counted()
    {
        var view = Draw(new MapViewRequest(Town, 14) { Layers = MapLayers.None });
        Assert.Equal(0, view.Marks);
        Assert.Equal(Lines, view.Counts.Lines);
        Assert.Equal(5_000, view.Counts.Odps);
        Assert.Equal(80_000, view.Counts.Ports);
    }

    private static MapView Draw(MapViewRequest request)
    {
        var states = new MapStates(Scene.Value, [.. Enumerable.Range(0, Lines).Select(n => (MapLineState)(n % 11 is 0 ? 1 : n % 17 is 0 ? 2 : 0))], 0);
        return new MapDrawing(states, new LiveRouters(new LiveNetwork(), TimeProvider.System), Everybody, request).Draw(DateTime.UnixEpoch);
    }

    private static IEnumerable<(GeoBox Box, int Zoom)> Views()
    {
        var (high, wide) = (0.4, 0.4);
        for (var zoom = 11; zoom <= 19; zoom++)
        {
            yield return (new GeoBox(-6.3 - (high / 2), 107.1 - (wide / 2), -6.3 + (high / 2), 107.1 + (wide / 2)), zoom);
            (high, wide) = (high / 2, wide / 2);
        }
    }

    private static MapScene Crowd()
    {
        var random = new Random(11);
        GeoPoint Anywhere() => new(Town.South + (random.NextDouble() * (Town.North - Town.South)), Town.West + (random.NextDouble() * (Town.East - Town.West)));
        var lines = Enumerable.Range(0, Lines).Select(n => new MapLine
        {
            AccessId = IdOf(1, n),
            Username = $"user-{n}@isp",
            RouterId = IdOf(2, n % 50),
            Wanted = AccessState.Active,
            Point = Anywhere(),
            LineKey = $"user-{n}@isp",
        });
        var odps = Enumerable.Range(0, 5_000).Select(n => NodeOf(IdOf(3, n), PlantNodeKind.Odp, $"ODP-{n}", Anywhere())).ToList();
        var poles = Enumerable.Range(0, 3_000).Select(n => NodeOf(IdOf(4, n), PlantNodeKind.Pole, $"P-{n}", Anywhere()));
        var cables = Enumerable.Range(0, 12_000).Select(n => new Cable
        {
            Id = IdOf(5, n),
            Name = $"C-{n}",
            NameKey = $"c-{n}",
            FromNodeId = odps[n % 5_000].Id,
            ToNodeId = odps[n % 5_000].Id,
            Cores = 12,
            Bends = RouteText.Of([new GeoPoint(odps[n % 5_000].Latitude + 0.0005, odps[n % 5_000].Longitude + 0.0004)]),
        }).ToList();
        var routers = Enumerable.Range(0, 300).Select(n => new MapRouter(IdOf(2, n), $"RTR-{n}", Anywhere())).ToFrozenDictionary(r => r.Id);
        return new MapScene(
            new LineImage(0, lines.ToFrozenDictionary(l => l.AccessId), routers),
            new PlantImage(1, [.. odps, .. poles], cables, [], [], [], [], [], [], []));
    }

    private static PlantNode NodeOf(Guid id, PlantNodeKind kind, string name, GeoPoint at) => new()
    {
        Id = id,
        Kind = kind,
        Name = name,
        NameKey = PlantNode.KeyOf(name),
        Latitude = at.Latitude,
        Longitude = at.Longitude,
        Ports = kind == PlantNodeKind.Odp ? 16 : 0,
        SplitterOutputs = kind == PlantNodeKind.Odp ? 16 : null,
    };

    private static Guid IdOf(int kind, int number) => new(number, (short)kind, 0, 0, 0, 0, 0, 0, 0, 0, 1);
}
