namespace IspPortal.Core.Messaging;

/// <summary>A file that goes along; read from its source when the message is sent.</summary>
/// <param name="Source">Who has it: the name of an <see cref="IMessageAttachmentSource"/>.</param>
/// <param name="Id">Which.</param>
/// <param name="FileName">Its name for the reader.</param>
public sealed record MessageAttachment(string Source, Guid Id, string FileName);
