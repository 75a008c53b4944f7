namespace IspPortal.Core.Mapping.Fiber;

/// <summary>How two ends of fibre are held together.</summary>
public enum FiberJoinKind
{
    /// <summary>Melted into one.</summary>
    Splice,

    /// <summary>Plugged, by a pair of connectors in an adapter.</summary>
    Connector,
}
