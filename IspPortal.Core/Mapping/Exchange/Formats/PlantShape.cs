namespace IspPortal.Core.Mapping.Exchange.Formats;

/// <summary>What is drawn of a feature.</summary>
internal enum PlantShape
{
    /// <summary>Nothing, or something else than these.</summary>
    None,

    /// <summary>One place.</summary>
    Point,

    /// <summary>A line from end to end.</summary>
    Line,

    /// <summary>The bends between two ends that are named.</summary>
    Bends,
}
