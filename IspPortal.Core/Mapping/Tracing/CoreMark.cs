namespace IspPortal.Core.Mapping.Tracing;

/// <summary>How a core is found in an open cable (TIA-598: twelve colours; a thirteenth core of a tube begins again, with a stripe).</summary>
/// <param name="Colour">The core's colour.</param>
/// <param name="Tube">The tube it lies in, from 1.</param>
/// <param name="TubeColour">The tube's colour.</param>
public readonly record struct CoreMark(FiberColour Colour, int Tube, FiberColour TubeColour)
{
    private const int Colours = 12;

    /// <summary>The mark of a core.</summary>
    /// <param name="core">From 1.</param>
    /// <param name="coresPerTube">How many lie in one tube.</param>
    public static CoreMark Of(int core, int coresPerTube)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(core, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(coresPerTube, 1);
        var tube = (core - 1) / coresPerTube;
        return new((FiberColour)((core - 1) % coresPerTube % Colours), tube + 1, (FiberColour)(tube % Colours));
    }
}
