namespace IspPortal.Core.Mapping.Fiber;

/// <summary>How two ends of fibre are held together.</summary>
public enum FiberJoinKind
{
    /// <summary>Melted into one.</summary>
    Splice,

    /// <summary>Plugged, by a pair of connectors in an adapter.</summary>
    Connector,

    /// <summary>Wired inside one housing, as the outputs of an ODP's own splitter are to its ports: the splitter's loss has it all.</summary>
    BuiltIn,
}
