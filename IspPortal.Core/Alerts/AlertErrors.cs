using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Alerts;

/// <summary>Expected failures of alerts.</summary>
public static class AlertErrors
{
    /// <summary>No such incident.</summary>
    public static Error NotFound { get; } = new("alerts.not_found", ErrorKind.NotFound);

    /// <summary>It is already over.</summary>
    public static Error AlreadyResolved { get; } = new("alerts.already_resolved", ErrorKind.Conflict);

    /// <summary>Somebody took it meanwhile.</summary>
    /// <param name="by">Who.</param>
    public static Error AlreadyTaken(string by) => new("alerts.already_taken", ErrorKind.Conflict, by);

    /// <summary>Ending one by hand needs a note.</summary>
    public static Error NoteRequired { get; } = Error.Invalid("alerts.note_required", new FieldError("note", "common.required"));
}
