namespace IspPortal.Core.Network.Access;

/// <summary>What a line should be on its router, the mildest first: of several the strictest wins.</summary>
public enum AccessState
{
    /// <summary>Works at its plan's speed.</summary>
    Active,

    /// <summary>Works at the reduced speed of a used-up quota.</summary>
    Throttled,

    /// <summary>Stays connected but reaches only the pay page (isolir).</summary>
    Isolated,

    /// <summary>Known to the router and refused.</summary>
    Disabled,

    /// <summary>Not on the router at all.</summary>
    Absent,
}
