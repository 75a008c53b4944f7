using IspPortal.Core.Network.Access;

namespace IspPortal.Core.Network.Sessions;

/// <summary>One live session as of the last good poll of its router.</summary>
/// <param name="AccessId">Whose it is.</param>
/// <param name="RouterId">On which router.</param>
/// <param name="RouterName">That router's name.</param>
/// <param name="Service">How it is served.</param>
/// <param name="Username">As the router knows it.</param>
/// <param name="Address">The address it holds, or null.</param>
/// <param name="CallerId">MAC address or other caller id, or null.</param>
/// <param name="StartedAtUtc">When it began (from the router's uptime), or null when unknown.</param>
/// <param name="DownBitsPerSecond">Towards the customer; null until two polls have seen it, or while its router cannot be read.</param>
/// <param name="UpBitsPerSecond">From the customer; null likewise.</param>
/// <param name="AsOfUtc">When the figures were read.</param>
/// <param name="IsStale">True when the router has not answered since: the row is what was, not what is.</param>
public sealed record SessionRow(
    Guid AccessId,
    Guid RouterId,
    string RouterName,
    AccessService Service,
    string Username,
    string? Address,
    string? CallerId,
    DateTime? StartedAtUtc,
    long? DownBitsPerSecond,
    long? UpBitsPerSecond,
    DateTime AsOfUtc,
    bool IsStale)
{
    /// <summary>The session's row in the history.</summary>
    public Guid SessionId { get; init; }

    /// <summary>Counted towards the customer since it began, or null when not yet read.</summary>
    public long? DownBytes { get; init; }

    /// <summary>Counted from the customer, likewise.</summary>
    public long? UpBytes { get; init; }
}
