namespace IspPortal.Core.Mapping.Fiber;

/// <summary>What light passes.</summary>
public enum FiberStepKind
{
    /// <summary>The drop from the ODP to the house.</summary>
    Drop,

    /// <summary>A port of an ODP: its adapter holds the drop's connector.</summary>
    Port,

    /// <summary>A splice or a plug.</summary>
    Join,

    /// <summary>A splitter.</summary>
    Splitter,

    /// <summary>A core over the length of its cable.</summary>
    Core,

    /// <summary>The PON port where it began.</summary>
    PonPort,
}
