namespace IspPortal.Core.Network.Isolir;

/// <summary>How a part of the kit is found on a router.</summary>
public enum IsolirVerdict
{
    /// <summary>There, on, unchanged and in its place.</summary>
    Good,

    /// <summary>Not there.</summary>
    Missing,

    /// <summary>There and switched off.</summary>
    Disabled,

    /// <summary>There and changed by somebody.</summary>
    Changed,

    /// <summary>Behind a rule that lets traffic through before it.</summary>
    Misplaced,
}
