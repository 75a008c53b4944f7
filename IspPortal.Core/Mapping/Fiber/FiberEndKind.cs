namespace IspPortal.Core.Mapping.Fiber;

/// <summary>What a piece of fibre can be joined to.</summary>
public enum FiberEndKind
{
    /// <summary>A PON port of an OLT: where light begins.</summary>
    PonPort,

    /// <summary>One core of a cable, at one of its two sides.</summary>
    Core,

    /// <summary>The input of a splitter.</summary>
    SplitterInput,

    /// <summary>One output of a splitter.</summary>
    SplitterOutput,

    /// <summary>The inner side of a port of an ODP.</summary>
    PortInside,

    /// <summary>The outer side of a port of an ODP, where drops begin.</summary>
    PortOutside,
}
