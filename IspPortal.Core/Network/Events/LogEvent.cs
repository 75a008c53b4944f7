namespace IspPortal.Core.Network.Events;

/// <summary>What a line of a router's log tells.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Subject">The username, the interface, or who changed something; null when the line does not say.</param>
/// <param name="Address">From where, or null.</param>
public sealed record LogEvent(RouterEventKind Kind, string? Subject, string? Address)
{
    /// <summary>By what it was changed, in the router's words (<c>api</c>, <c>tcp-msg(winbox)</c>); null when the line does not say, as on old versions.</summary>
    public string? Via { get; init; }

    /// <summary>The menu of what was changed; null when the line does not say.</summary>
    public string? Menu { get; init; }

    /// <summary>The key of what was changed (<see cref="Provisioning.RouterItem.KeyIn"/>); null when the line does not say.</summary>
    public string? Item { get; init; }

    /// <summary>The router's own id of what was changed, <c>*1F</c>; null when the line does not say.</summary>
    public string? ItemId { get; init; }
}
