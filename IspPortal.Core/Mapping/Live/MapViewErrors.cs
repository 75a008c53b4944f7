using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Mapping.Live;

/// <summary>What the map may refuse.</summary>
public static class MapViewErrors
{
    /// <summary>The corners of the view are not on earth or not in order, or there is no such zoom.</summary>
    public static Error BadBox { get; } = new("map.bad_box", ErrorKind.Invalid);

    /// <summary>What was asked for is not on the map, or no longer.</summary>
    public static Error NotFound { get; } = new("map.not_found", ErrorKind.NotFound);
}
