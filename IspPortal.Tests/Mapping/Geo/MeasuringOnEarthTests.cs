using IspPortal.Core.Mapping.Geo;

namespace IspPortal.Tests.Mapping.Geo;

public sealed class MeasuringOnEarthTests
{
    private static readonly GeoPoint Monas = new(-6.175392, 106.827153);
    private static readonly GeoPoint Bogor = new(-6.597147, 106.806039);

    [Fact]
    public void Distances_are_those_of_the_great_circle()
    {
        Assert.Equal(46_960, Monas.MetresTo(Bogor), 100d);
        Assert.Equal(Monas.MetresTo(Bogor), Bogor.MetresTo(Monas));
        Assert.Equal(0, Monas.MetresTo(Monas));
        Assert.Equal(Math.PI * GeoPoint.EarthRadiusMetres, new GeoPoint(0, 0).MetresTo(new GeoPoint(0, 180)), 1d);
        Assert.Equal(111_195, new GeoPoint(0, 0).MetresTo(new GeoPoint(1, 0)), 1d);
    }

    [Fact]
    public void A_route_is_as_long_as_its_parts()
    {
        GeoPoint bend = new(-6.4, 106.9);
        Assert.Equal(Monas.MetresTo(bend) + bend.MetresTo(Bogor), GeoRoute.MetresAlong([Monas, bend, Bogor]));
        Assert.Equal(0, GeoRoute.MetresAlong([Monas]));
        Assert.Equal(0, GeoRoute.MetresAlong([]));
    }

    [Fact]
    public void The_middle_of_a_route_is_half_way_along_it()
    {
        Assert.Equal(new GeoPoint(0, 1), GeoRoute.Middle([new(0, 0), new(0, 2)]));
        var middle = GeoRoute.Middle([new(0, 0), new(0, 3), new(1, 3)]);
        Assert.Equal((0, 2.0), (middle.Latitude, Math.Round(middle.Longitude, 2)));
        Assert.Equal(Monas, GeoRoute.Middle([Monas, Monas]));
    }

    [Theory]
    [InlineData(90.1, 0)]
    [InlineData(-91, 0)]
    [InlineData(0, 180.5)]
    [InlineData(double.NaN, 0)]
    [InlineData(0, double.PositiveInfinity)]
    public void What_is_not_on_earth_is_told(double latitude, double longitude) => Assert.False(new GeoPoint(latitude, longitude).IsOnEarth);

    [Fact]
    public void A_box_holds_its_edge_and_meets_its_neighbour()
    {
        var box = GeoBox.Around([Monas, Bogor])!.Value;
        Assert.True(box.IsValid && box.Holds(Monas) && box.Holds(Bogor) && box.Holds(box.Middle));
        Assert.False(box.Holds(new GeoPoint(-6.1, 106.82)));
        Assert.True(box.Meets(new GeoBox(box.North, box.East, box.North + 1, box.East + 1)));
        Assert.False(box.Meets(new GeoBox(box.North + 0.1, box.West, box.North + 1, box.East)));
        Assert.Null(GeoBox.Around([]));
        Assert.False(new GeoBox(1, 0, 0, 1).IsValid);
    }
}
