namespace IspPortal.Core.Monitoring;

/// <summary>The live view of one router, left by the node that polls it for those that do not. Written only while one of them asks.</summary>
internal sealed class RouterImage
{
    public Guid RouterId { get; set; }

    /// <summary>Until when some other node wants it.</summary>
    public DateTime WantedUntilUtc { get; set; }

    /// <summary>Grows with every image, so that none is read twice.</summary>
    public long Number { get; set; }

    /// <summary>The packed view, or null while nobody has left one.</summary>
    public byte[]? Payload { get; set; }
}
