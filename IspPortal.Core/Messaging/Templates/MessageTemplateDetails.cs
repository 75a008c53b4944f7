namespace IspPortal.Core.Messaging.Templates;

/// <summary>The text of an event for a channel and language.</summary>
/// <param name="Event">The event.</param>
/// <param name="Channel">The channel.</param>
/// <param name="Language">en or id.</param>
/// <param name="Subject">Of e-mail, else null.</param>
/// <param name="Body">The text.</param>
/// <param name="DefaultSubject">The subject that the event comes with.</param>
/// <param name="DefaultBody">The text that the event comes with.</param>
/// <param name="IsChanged">Whether the text is the portal's own.</param>
/// <param name="CloudName">The approved template of the Cloud API, or null.</param>
/// <param name="CloudLanguage">Its language there.</param>
/// <param name="CloudFields">The fields that fill its places, in order.</param>
/// <param name="Fields">What the text may name, with samples.</param>
/// <param name="ChangedAtUtc">When it was changed, or null.</param>
/// <param name="ChangedBy">By whom.</param>
/// <param name="Version">For changing it; 0: never changed.</param>
public sealed record MessageTemplateDetails(
    string Event,
    MessageChannel Channel,
    string Language,
    string? Subject,
    string Body,
    string? DefaultSubject,
    string DefaultBody,
    bool IsChanged,
    string? CloudName,
    string? CloudLanguage,
    IReadOnlyList<string> CloudFields,
    IReadOnlyList<MessageField> Fields,
    DateTime? ChangedAtUtc,
    string? ChangedBy,
    long Version);
