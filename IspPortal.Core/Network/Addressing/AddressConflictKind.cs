namespace IspPortal.Core.Network.Addressing;

/// <summary>How addresses get in each other's way.</summary>
public enum AddressConflictKind
{
    /// <summary>Two lines or accounts have the same fixed address.</summary>
    GivenTwice,

    /// <summary>The address of one line is live on another router, or for somebody else.</summary>
    LiveElsewhere,

    /// <summary>A fixed address lies in a pool that its router hands out: somebody else can get it.</summary>
    InsidePool,

    /// <summary>Two pools of one router share addresses.</summary>
    PoolsOverlap,

    /// <summary>A static line's address is in no net of its router's interfaces and in none of its pools.</summary>
    OutsideNetworks,
}
