namespace IspPortal.Core.Network.Pairs;

/// <summary>What can be planned for lines of a pair, as seen from one of its routers.</summary>
public enum PairAction
{
    /// <summary>Lines that the router serves are also put on the partner.</summary>
    DeclareTwins,

    /// <summary>Lines that the router serves are taken off the partner again.</summary>
    WithdrawTwins,

    /// <summary>The partner serves the router's lines from now on; the router becomes their partner.</summary>
    MoveToPartner,

    /// <summary>Lines that belong to the router and are served by the partner come back.</summary>
    MoveBack,

    /// <summary>What the router still holds of lines that were moved away is brought in line.</summary>
    CleanUp,

    /// <summary>Lines of the pair that are not alike on both routers are brought in line.</summary>
    Align,
}
