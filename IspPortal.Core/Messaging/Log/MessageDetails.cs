namespace IspPortal.Core.Messaging.Log;

/// <summary>A message with its text.</summary>
/// <param name="Row">As the log shows it.</param>
/// <param name="Kind">Which of the messages about its subject.</param>
/// <param name="SubjectId">What it is about.</param>
/// <param name="Language">en or id.</param>
/// <param name="Subject">Its subject, or null.</param>
/// <param name="Text">Its text: as it was sent, or as it would go now; null of a confidential one.</param>
/// <param name="IsConfidential">Whether nobody may see its text.</param>
/// <param name="Attachments">Names of the files that go along.</param>
/// <param name="NotAfterUtc">When its moment has passed.</param>
/// <param name="DeliveredAtUtc">When it arrived, as the provider says.</param>
/// <param name="ReadAtUtc">When it was read, as the provider says.</param>
/// <param name="FinishedAtUtc">When it failed, was dropped or became uncertain.</param>
/// <param name="ProviderId">What the provider calls it.</param>
/// <param name="LastError">What the provider said, word for word.</param>
/// <param name="MergedIntoId">The message whose text carried it.</param>
public sealed record MessageDetails(
    MessageRow Row,
    string Kind,
    Guid SubjectId,
    string Language,
    string? Subject,
    string? Text,
    bool IsConfidential,
    IReadOnlyList<string> Attachments,
    DateTime? NotAfterUtc,
    DateTime? DeliveredAtUtc,
    DateTime? ReadAtUtc,
    DateTime? FinishedAtUtc,
    string? ProviderId,
    string? LastError,
    Guid? MergedIntoId);
