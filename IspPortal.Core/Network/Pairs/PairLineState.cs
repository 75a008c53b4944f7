namespace IspPortal.Core.Network.Pairs;

/// <summary>How alike a line is on the two routers of a pair.</summary>
public enum PairLineState
{
    /// <summary>It is on one of them only.</summary>
    NoTwin,

    /// <summary>It is declared on both, and at least one of them was not made to hold it as it should be.</summary>
    Pending,

    /// <summary>A comparison found a difference on one of them since.</summary>
    Differs,

    /// <summary>Both hold it as they should, as far as they were last read.</summary>
    Alike,
}
