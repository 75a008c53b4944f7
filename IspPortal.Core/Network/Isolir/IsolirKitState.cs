namespace IspPortal.Core.Network.Isolir;

/// <summary>How a router's isolir kit stands by its last check.</summary>
public enum IsolirKitState
{
    /// <summary>It was never checked.</summary>
    Unchecked,

    /// <summary>It is proven: lines can be isolated.</summary>
    Green,

    /// <summary>It is not in order: nobody is isolated on that router.</summary>
    Red,
}
