using IspPortal.Core.Audit;

namespace IspPortal.Core.Messaging;

/// <summary>A text of the portal's people that replaces the one that an event comes with.</summary>
[Audited("message_template")]
internal sealed class MessageTemplate
{
    public required Guid Id { get; init; }

    public required string Event { get; init; }

    public required MessageChannel Channel { get; init; }

    /// <summary>en or id.</summary>
    public required string Language { get; init; }

    /// <summary>Of e-mail.</summary>
    public string? Subject { get; set; }

    /// <summary>Null: the text that the event comes with stays, only the Cloud API's template is named.</summary>
    public string? Body { get; set; }

    /// <summary>The approved template of the Cloud API, or null.</summary>
    public string? CloudName { get; set; }

    /// <summary>Its language there, e.g. <c>id</c> or <c>en_US</c>.</summary>
    public string? CloudLanguage { get; set; }

    /// <summary>The fields that fill its places, in order, with commas between.</summary>
    public string? CloudFields { get; set; }

    public required DateTime ChangedAtUtc { get; set; }

    public required string ChangedBy { get; set; }

    public long Version { get; set; }
}
