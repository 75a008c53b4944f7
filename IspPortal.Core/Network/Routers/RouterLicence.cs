namespace IspPortal.Core.Network.Routers;

/// <summary>How many sessions a RouterOS licence allows (MikroTik's table of licence levels: PPPoE and hotspot alike).</summary>
public static class RouterLicence
{
    /// <summary>PPPoE sessions allowed at that level; null when there is no limit (6) or the level is not one of the table's, as on virtual routers.</summary>
    public static int? SessionsOf(string? level) => level switch
    {
        "1" => 1,
        "3" or "4" => 200,
        "5" => 500,
        _ => null,
    };
}
