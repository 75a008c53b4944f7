namespace IspPortal.Core.Mapping.Incidents;

/// <summary>A line that an outage hit.</summary>
internal sealed class OutageLine
{
    public required Guid OutageId { get; init; }

    public required Guid AccessId { get; init; }

    /// <summary>When it went.</summary>
    public DateTime FromUtc { get; set; }

    /// <summary>When it was back, or the outage over; null: not yet.</summary>
    public DateTime? ToUtc { get; set; }

    /// <summary>Whether it was online when the outage began.</summary>
    public bool WasOnline { get; set; }
}
