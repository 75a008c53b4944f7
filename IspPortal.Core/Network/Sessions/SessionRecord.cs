namespace IspPortal.Core.Network.Sessions;

/// <summary>One session, past or present: who had which address when.</summary>
internal sealed class SessionRecord
{
    public Guid Id { get; set; }

    public Guid AccessId { get; set; }

    public Guid RouterId { get; set; }

    /// <summary>The router's own mark of the session (session id, else item id): with the start it tells two sessions apart.</summary>
    public required string Mark { get; set; }

    public string? Address { get; set; }

    public string? CallerId { get; set; }

    public DateTime StartedAtUtc { get; set; }

    public DateTime? EndedAtUtc { get; set; }

    public SessionEndReason? EndReason { get; set; }

    /// <summary>Of an open session: as of the last checkpoint.</summary>
    public long? DownBytes { get; set; }

    public long? UpBytes { get; set; }

    /// <summary>Where the router's own counter stood when <see cref="DownBytes"/> was worked out: another start of the portal counts on from here.</summary>
    public long? DownCounter { get; set; }

    public long? UpCounter { get; set; }
}
