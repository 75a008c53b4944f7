namespace IspPortal.Core.Network.Access;

/// <summary>What a router is to a line.</summary>
public enum PlacementRole
{
    /// <summary>It serves the line.</summary>
    Primary,

    /// <summary>The partner of a pair: the same secret is there on purpose.</summary>
    Twin,

    /// <summary>The line has moved away: the item has to go once the new place is confirmed.</summary>
    Former,
}
