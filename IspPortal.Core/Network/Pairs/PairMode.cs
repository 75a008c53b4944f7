namespace IspPortal.Core.Network.Pairs;

/// <summary>How the partner of a pair keeps the lines that the other one serves.</summary>
public enum PairMode
{
    /// <summary>Present and enabled on both: modems find the partner by themselves when one router dies.</summary>
    Active,

    /// <summary>Present and disabled on the partner until lines are moved to it: nobody can be online twice.</summary>
    Standby,
}
