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

    /// <summary>The router's own words.</summary>
    public required string Details { get; set; }
}
