namespace IspPortal.Core.Mapping.Fiber;

/// <summary>Why a trace goes no further.</summary>
public enum FiberTraceEnd
{
    /// <summary>It reached the PON port of an OLT.</summary>
    AtOlt,

    /// <summary>The last end is joined to nothing.</summary>
    Open,

    /// <summary>It came back to where it had been.</summary>
    Loop,

    /// <summary>It came to a splitter's input or a port's outer side from the wrong side: something is joined the wrong way round.</summary>
    Backwards,
}
