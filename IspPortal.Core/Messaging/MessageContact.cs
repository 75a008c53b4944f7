namespace IspPortal.Core.Messaging;

/// <summary>Somebody who wrote to us: the Cloud API lets one answer freely for 24 hours.</summary>
internal sealed class MessageContact
{
    public required Guid SenderId { get; init; }

    /// <summary>E.164.</summary>
    public required string Address { get; init; }

    public required DateTime LastWroteAtUtc { get; set; }
}
