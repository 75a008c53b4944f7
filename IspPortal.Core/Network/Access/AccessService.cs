namespace IspPortal.Core.Network.Access;

/// <summary>How an access is served.</summary>
public enum AccessService
{
    /// <summary>PPPoE (and other PPP) with a secret.</summary>
    Pppoe,

    /// <summary>Hotspot login.</summary>
    Hotspot,

    /// <summary>A fixed address with a queue of its own.</summary>
    Static,
}
