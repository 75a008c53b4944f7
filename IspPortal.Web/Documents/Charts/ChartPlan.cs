namespace IspPortal.Web.Documents.Charts;

/// <summary>What a drawn chart shows. Times are those of the clock that its reader goes by.</summary>
/// <param name="From">Where the time axis begins.</param>
/// <param name="To">Where it ends.</param>
/// <param name="Lines">The series, in the order of their colours.</param>
/// <param name="Word">Writes a value of the vertical axis.</param>
internal sealed record ChartPlan(DateTime From, DateTime To, IReadOnlyList<ChartLine> Lines, Func<double, string> Word)
{
    /// <summary>Bars, one for each day and series.</summary>
    public bool IsBars { get; init; }

    /// <summary>What it shows, for those who cannot see it.</summary>
    public string Label { get; init; } = "";

    public int Width { get; init; } = 640;

    public int Height { get; init; } = 200;

    /// <summary>Nothing but the line: no axes, no words.</summary>
    public bool IsSpark { get; init; }

    /// <summary>The least that the axis reaches up to, e.g. 100 of a percentage; null: as the values need.</summary>
    public double? Top { get; init; }
}
