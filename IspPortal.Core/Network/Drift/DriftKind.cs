namespace IspPortal.Core.Network.Drift;

/// <summary>How a router differs from what it should hold.</summary>
public enum DriftKind
{
    /// <summary>The router lacks something that should be there.</summary>
    Missing,

    /// <summary>Something of the portal's is there that should not be, or twice.</summary>
    Extra,

    /// <summary>Something of the portal's has other values.</summary>
    Changed,

    /// <summary>An account or line that nobody took over; the portal leaves it alone.</summary>
    Unowned,
}
