namespace IspPortal.Core.Network.Addressing;

/// <summary>What somebody has to do with a conflict.</summary>
public enum AddressPartyRole
{
    /// <summary>The address is fixed for it.</summary>
    Assigned,

    /// <summary>It has the address in a live session.</summary>
    Live,

    /// <summary>The pool that holds the address.</summary>
    Pool,
}
