namespace IspPortal.Core.Messaging;

/// <summary>Has files that messages bring along.</summary>
public interface IMessageAttachmentSource
{
    /// <summary>The name that <see cref="MessageAttachment.Source"/> says.</summary>
    string Source { get; }

    /// <summary>The file and its media type; null when it is gone, then the message goes without it.</summary>
    Task<(Stream Content, string MediaType)?> OpenAsync(Guid id, CancellationToken cancellationToken);
}
