using FsCheck;
using FsCheck.Fluent;
using IspPortal.Core.Mapping.Clusters;
using IspPortal.Core.Mapping.Geo;

namespace IspPortal.Tests.Mapping.Clusters;

public sealed class DrawingMarksTogetherTests
{
    private static readonly GeoBox Jakarta = new(-6.4, 106.6, -6.0, 107.0);

    [Fact]
    public void Neighbours_are_one_mark_from_afar_and_two_from_near()
    {
        List<MapMark> marks = [Mark(1, -6.2, 106.8, 0), Mark(2, -6.2001, 106.8001, 1), Mark(3, -6.35, 106.65, 1)];
        var far = MapClusters.Of(marks, Jakarta, 11, 2, 2_000);
        var pair = Assert.Single(far, c => c.Count == 2);
        Assert.Equal([1, 1], pair.States);
        Assert.Null(pair.Id);
        Assert.Equal(new GeoBox(-6.2001, 106.8, -6.2, 106.8001), pair.Box);
        Assert.Equal(IdOf(3), Assert.Single(far, c => c.Count == 1).Id);
        Assert.Equal([IdOf(1), IdOf(2), IdOf(3)], MapClusters.Of(marks, Jakarta, 18, 2, 2_000).Select(c => c.Id!.Value).Order());
    }

    [Fact]
    public void What_is_outside_is_not_shown()
    {
        Assert.Empty(MapClusters.Of([Mark(1, -6.5, 106.8, 0), Mark(2, -6.2, 107.01, 0)], Jakarta, 12, 1, 2_000));
        Assert.Empty(MapClusters.Of([], Jakarta, 12, 1, 2_000));
    }

    [Fact]
    public void A_flat_block_with_many_lines_stays_one_mark()
    {
        var marks = Enumerable.Range(1, 40).Select(n => Mark(n, -6.21, 106.81, (byte)(n % 2)));
        var block = Assert.Single(MapClusters.Of(marks, Jakarta, 22, 2, 2_000));
        Assert.Equal(40, block.Count);
        Assert.Equal([20, 20], block.States);
    }

    [Fact]
    public void A_pan_leaves_what_stays_in_view_as_it_was()
    {
        var random = new Random(7);
        var marks = Enumerable.Range(1, 3_000).Select(n => Mark(n, -6.4 + (random.NextDouble() * 0.4), 106.6 + (random.NextDouble() * 0.4), 0)).ToList();
        var before = MapClusters.Of(marks, Jakarta, 12, 1, 2_000);
        var after = MapClusters.Of(marks, Jakarta with { West = 106.7, East = 107.1 }, 12, 1, 2_000).ToDictionary(c => c.Point);

        // Those of a cell that the new edge cuts may change.
        var inner = before.Where(c => c.Box.West > 106.72).ToList();
        Assert.True(inner.Count > 50);
        Assert.All(inner, c => Assert.Equal(c.Count, after[c.Point].Count));
    }

    [Fact]
    public void There_are_never_too_many_and_none_is_lost()
    {
        Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed =>
        {
            var random = new Random(seed);
            var marks = Enumerable.Range(1, random.Next(1, 600)).Select(n => Mark(n, -6.5 + (random.NextDouble() * 0.6), 106.5 + (random.NextDouble() * 0.6), (byte)random.Next(4))).ToList();
            var most = random.Next(1, 200);
            var clusters = MapClusters.Of(marks, Jakarta, random.Next(0, 23), 4, most);
            return clusters.Count <= most && clusters.Sum(c => c.Count) == marks.Count(m => Jakarta.Holds(m.Point)) && clusters.All(c => c.States.Sum() == c.Count && c.Box.Holds(c.Point));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void The_picture_is_that_of_web_maps()
    {
        Assert.Equal((128d, 128d), MapTile.PixelOf(new GeoPoint(0, 0), 0));
        var (x, y) = MapTile.PixelOf(new GeoPoint(-6.2088, 106.8456), 12);
        Assert.Equal((3263.67, 2118.8), (Math.Round(x / 256, 2), Math.Round(y / 256, 1)));
        Assert.Equal(0, MapTile.PixelOf(new GeoPoint(90, -180), 3).Y, 6);
    }

    private static MapMark Mark(int n, double latitude, double longitude, byte state) => new(IdOf(n), new GeoPoint(latitude, longitude), state);

    private static Guid IdOf(int n) => new(n, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]);
}
