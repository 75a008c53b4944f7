namespace IspPortal.Core.Mapping.Tracing;

/// <summary>The colours of cores in a tube, and of tubes in a cable, in the order of TIA-598.</summary>
public enum FiberColour
{
    /// <summary>Position 1.</summary>
    Blue,

    /// <summary>Position 2.</summary>
    Orange,

    /// <summary>Position 3.</summary>
    Green,

    /// <summary>Position 4.</summary>
    Brown,

    /// <summary>Position 5.</summary>
    Slate,

    /// <summary>Position 6.</summary>
    White,

    /// <summary>Position 7.</summary>
    Red,

    /// <summary>Position 8.</summary>
    Black,

    /// <summary>Position 9.</summary>
    Yellow,

    /// <summary>Position 10.</summary>
    Violet,

    /// <summary>Position 11.</summary>
    Rose,

    /// <summary>Position 12.</summary>
    Aqua,
}
