namespace IspPortal.Core.Plans;

/// <summary>The profiles of one menu of one router as they were last read; what is old is shown as old.</summary>
internal sealed class RouterProfileReading
{
    public Guid RouterId { get; set; }

    public Network.Access.AccessService Service { get; set; }

    public DateTime TriedAtUtc { get; set; }

    /// <summary>Null: never read.</summary>
    public DateTime? ReadAtUtc { get; set; }

    /// <summary>Why the last try failed, or null.</summary>
    public string? ErrorCode { get; set; }

    /// <summary>A list of <see cref="FoundProfile"/>.</summary>
    public required string ProfilesJson { get; set; }
}
