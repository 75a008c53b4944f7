namespace IspPortal.Core.Mapping.Fiber;

/// <summary>One end of fibre in the plant.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="OwnerId">The OLT, cable, splitter or ODP it belongs to.</param>
/// <param name="Number">Port, core or output, from 1; 1 for a splitter's input.</param>
/// <param name="Side">Of a core; else <see cref="CableSide.A"/>.</param>
public readonly record struct FiberEnd(FiberEndKind Kind, Guid OwnerId, int Number, CableSide Side = CableSide.A)
{
    /// <summary>Where light comes out of the OLT.</summary>
    public static FiberEnd PonPort(Guid oltId, int port) => new(FiberEndKind.PonPort, oltId, port);

    /// <summary>A core of a cable at one side.</summary>
    public static FiberEnd Core(Guid cableId, int core, CableSide side) => new(FiberEndKind.Core, cableId, core, side);

    /// <summary>The input of a splitter.</summary>
    public static FiberEnd SplitterInput(Guid splitterId) => new(FiberEndKind.SplitterInput, splitterId, 1);

    /// <summary>An output of a splitter.</summary>
    public static FiberEnd SplitterOutput(Guid splitterId, int output) => new(FiberEndKind.SplitterOutput, splitterId, output);

    /// <summary>A port of an ODP from inside.</summary>
    public static FiberEnd PortInside(Guid odpId, int port) => new(FiberEndKind.PortInside, odpId, port);

    /// <summary>A port of an ODP from outside.</summary>
    public static FiberEnd PortOutside(Guid odpId, int port) => new(FiberEndKind.PortOutside, odpId, port);
}
