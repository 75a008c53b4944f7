using IspPortal.Core.Network.Sessions;

namespace IspPortal.Core.Network.Events;

/// <summary>One event.</summary>
/// <param name="Id">Of the event; of a login and a logout that of their session.</param>
/// <param name="Kind">What happened.</param>
/// <param name="AtUtc">When, by the router's clock as it was read.</param>
/// <param name="RouterId">Where.</param>
/// <param name="RouterName">That router's name.</param>
/// <param name="AccessId">The line, or null.</param>
/// <param name="Subject">The username, the interface, or who changed something; null when nobody said.</param>
/// <param name="Address">The address concerned, or null.</param>
/// <param name="Details">The router's own words, or the caller id of a session; null when there are none.</param>
/// <param name="EndReason">Why a session ended; null otherwise.</param>
/// <param name="Menu">The menu that was changed; null when the router does not say, or nothing was.</param>
/// <param name="Item">The key of the item that was changed; null likewise.</param>
public sealed record RouterEventRow(
    Guid Id, RouterEventKind Kind, DateTime AtUtc, Guid RouterId, string RouterName, Guid? AccessId, string? Subject, string? Address, string? Details, SessionEndReason? EndReason,
    string? Menu = null, string? Item = null);
