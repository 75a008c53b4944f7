namespace IspPortal.Core.Mapping.Live;

/// <summary>What is in view, whatever of it is drawn: of lines all that the filter wants, in whatever state.</summary>
/// <param name="States">Lines of each <see cref="MapLineState"/>, by its number.</param>
/// <param name="LinesPerSquareKilometre">Lines for each square kilometre of the view; null when it has no area.</param>
/// <param name="Covered">Lines that an ODP is near enough to, see <see cref="MapZooms.CoverageMetres"/>.</param>
/// <param name="Odps">ODPs.</param>
/// <param name="Ports">Their ports.</param>
/// <param name="FreePorts">How many of those are free.</param>
public sealed record MapCounts(IReadOnlyList<int> States, double? LinesPerSquareKilometre, int Covered, int Odps, int Ports, int FreePorts)
{
    /// <summary>All lines in view.</summary>
    public int Lines => States.Sum();

    /// <summary>Lines of one state.</summary>
    public int Of(MapLineState state) => States[(int)state];
}
