namespace IspPortal.Core.Network.Events;

/// <summary>What a line of a router's log tells.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Subject">The username, the interface, or who changed something; null when the line does not say.</param>
/// <param name="Address">From where, or null.</param>
public sealed record LogEvent(RouterEventKind Kind, string? Subject, string? Address);
