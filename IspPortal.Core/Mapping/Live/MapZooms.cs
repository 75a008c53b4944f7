using IspPortal.Core.Mapping.Plant;

namespace IspPortal.Core.Mapping.Live;

/// <summary>From where on the map shows what, and how much of each at most.</summary>
public static class MapZooms
{
    /// <summary>A house is covered when an ODP is not farther away: what a drop cable reaches.</summary>
    public const double CoverageMetres = 250;

    /// <summary>The most marks of lines in a view.</summary>
    public const int MostLines = 900;

    /// <summary>The most marks of routers in a view.</summary>
    public const int MostRouters = 150;

    /// <summary>The most cables and radio links in a view.</summary>
    public const int MostWays = 400;

    /// <summary>The most squares of heat in a view.</summary>
    public const int MostHeat = 200;

    /// <summary>A cable that is shorter on the screen is not drawn.</summary>
    public const double LeastWayPixels = 10;

    /// <summary>The zoom from which nodes of a kind are shown, those that stand too close as one mark.</summary>
    public static int ShownFrom(PlantNodeKind kind) => kind switch
    {
        PlantNodeKind.Site or PlantNodeKind.Tower => 0,
        PlantNodeKind.Olt => 11,
        PlantNodeKind.Odc => 12,
        PlantNodeKind.Odp => 14,
        PlantNodeKind.Closure => 16,
        _ => 17,
    };

    /// <summary>The most marks of nodes of a kind in a view.</summary>
    public static int MostOf(PlantNodeKind kind) => kind switch
    {
        PlantNodeKind.Odp => 100,
        PlantNodeKind.Site or PlantNodeKind.Odc => 60,
        PlantNodeKind.Tower or PlantNodeKind.Olt => 40,
        PlantNodeKind.Closure => 30,
        _ => 20,
    };
}
