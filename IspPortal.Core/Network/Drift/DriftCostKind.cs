namespace IspPortal.Core.Network.Drift;

/// <summary>Whose loss a difference is.</summary>
public enum DriftCostKind
{
    /// <summary>It runs, or runs faster, and nobody pays for that: the provider's loss.</summary>
    Unpaid,

    /// <summary>It is paid and does not run, or runs slower: the customer's loss.</summary>
    Unserved,
}
