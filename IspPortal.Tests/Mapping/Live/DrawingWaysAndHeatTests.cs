using IspPortal.Core.Mapping.Geo;
using IspPortal.Core.Mapping.Live;

namespace IspPortal.Tests.Mapping.Live;

public sealed class DrawingWaysAndHeatTests
{
    private static readonly GeoPoint Bekasi = new(-6.24, 107.0);

    [Fact]
    public void A_pixel_leads_back_to_its_place()
    {
        foreach (var zoom in new[] { 0, 5, 12, 19 })
        {
            var (x, y) = MapTile.PixelOf(Bekasi, zoom);
            var back = MapTile.PointAt(x, y, zoom);
            Assert.Equal(Bekasi.Latitude, back.Latitude, 9);
            Assert.Equal(Bekasi.Longitude, back.Longitude, 9);
        }
    }

    [Fact]
    public void A_bend_that_cannot_be_seen_is_left_out_and_comes_back_from_near()
    {
        // Twenty metres beside a straight kilometre.
        IReadOnlyList<GeoPoint> way = [Bekasi, new(-6.24018, 107.0045), new(-6.24, 107.009)];
        Assert.Equal([way[0], way[2]], SeenWay.Of(way, 12));
        Assert.Equal(way, SeenWay.Of(way, 17));
        Assert.Equal([way[0], way[1]], SeenWay.Of([way[0], way[1]], 3));
    }

    [Fact]
    public void A_way_there_and_back_keeps_where_it_turns()
    {
        IReadOnlyList<GeoPoint> way = [Bekasi, new(-6.24, 107.02), Bekasi];
        Assert.Equal(way, SeenWay.Of(way, 14));
    }

    [Fact]
    public void Heat_adds_up_by_squares_and_the_warmest_has_the_last_shade()
    {
        List<(GeoPoint, double)> values = [(Bekasi, 3), (new(-6.2401, 107.0001), 7), (new(-6.3, 107.1), 2), (new(-6.4, 107.2), 0)];
        var cells = MapHeatMap.Of(values, 12, 100);
        Assert.Equal([10.0, 2.0], cells.Select(c => c.Value));
        Assert.Equal([5, 1], cells.Select(c => c.Level));
        Assert.True(cells[0].Box.Holds(Bekasi));
        Assert.Empty(MapHeatMap.Of([], 12, 100));
    }

    [Fact]
    public void There_are_never_too_many_squares_and_nothing_of_the_heat_is_lost()
    {
        var random = new Random(3);
        var values = Enumerable.Range(0, 5_000).Select(_ => (new GeoPoint(-6.5 + random.NextDouble(), 106.5 + random.NextDouble()), 1.0)).ToList();
        var cells = MapHeatMap.Of(values, 14, 50);
        Assert.InRange(cells.Count, 1, 50);
        Assert.Equal(5_000, cells.Sum(c => c.Value));
    }

    [Fact]
    public void Near_is_what_lies_within_so_many_metres()
    {
        var random = new Random(5);
        var places = Enumerable.Range(0, 300).Select(_ => new GeoPoint(-6.3 + (random.NextDouble() * 0.1), 107 + (random.NextDouble() * 0.1))).ToList();
        var near = new NearPlaces(places, 250);
        for (var i = 0; i < 2_000; i++)
        {
            var point = new GeoPoint(-6.31 + (random.NextDouble() * 0.12), 106.99 + (random.NextDouble() * 0.12));
            Assert.Equal(places.Any(p => p.MetresTo(point) <= 250), near.Has(point));
        }

        var north = new GeoPoint(60, 10);
        Assert.True(new NearPlaces([north], 250).Has(new GeoPoint(60, 10.0044)));
        Assert.False(new NearPlaces([north], 250).Has(new GeoPoint(60, 10.0046)));
    }

    [Fact]
    public void A_box_knows_its_ground_and_grows_on_each_side()
    {
        Assert.InRange(new GeoBox(-0.5, 100, 0.5, 101).SquareKilometres, 12_300, 12_400);
        Assert.Equal(new GeoBox(-7, 106, -4, 109), new GeoBox(-6.5, 106.5, -4.5, 108.5).Padded(0.25));
        Assert.Equal(new GeoBox(-90, -180, 90, 180), new GeoBox(-89, -179, 89, 179).Padded(1));
    }
}
