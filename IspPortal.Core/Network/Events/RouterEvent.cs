namespace IspPortal.Core.Network.Events;

/// <summary>One line of a router's log that tells an event. Sessions' beginnings and ends are not kept twice: they are in <see cref="Sessions.SessionRecord"/>.</summary>
internal sealed class RouterEvent
{
    /// <summary>Made of router, time and line: the same line read again is the same event.</summary>
    public Guid Id { get; set; }

    public Guid RouterId { get; set; }

    public Guid? AccessId { get; set; }

    public RouterEventKind Kind { get; set; }

    public DateTime AtUtc { get; set; }

    /// <summary>The username, the interface, or who changed something.</summary>
    public string? Subject { get; set; }

    public string? Address { get; set; }

    /// <summary>The menu that was changed, or null.</summary>
    public string? Menu { get; set; }

    /// <summary>The key of the item that was changed, or null.</summary>
    public string? Item { get; set; }

    /// <summary>The router's id of it, or null.</summary>
    public string? ItemId { get; set; }

    /// <summary>The router's own words, without passwords.</summary>
    public required string Details { get; set; }
}
