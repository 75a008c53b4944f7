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

    /// <summary>Ending one by hand, and a note, need words.</summary>
    public static Error NoteRequired { get; } = Error.Invalid("alerts.note_required", new FieldError("note", "common.required"));

    /// <summary>No such rule.</summary>
    public static Error RuleNotFound { get; } = new("alerts.rule_not_found", ErrorKind.NotFound);

    /// <summary>The portal comes with it: it can be switched off, not removed.</summary>
    public static Error BuiltInRule { get; } = new("alerts.built_in_rule", ErrorKind.Conflict);

    /// <summary>Only a rule on a figure can be made or tried out.</summary>
    public static Error NotOnMetric { get; } = new("alerts.not_on_metric", ErrorKind.Invalid);

    /// <summary>No such maintenance window.</summary>
    public static Error WindowNotFound { get; } = new("alerts.window_not_found", ErrorKind.NotFound);

    /// <summary>The window is over.</summary>
    public static Error WindowOver { get; } = new("alerts.window_over", ErrorKind.Conflict);

    /// <summary>No such policy.</summary>
    public static Error PolicyNotFound { get; } = new("alerts.policy_not_found", ErrorKind.NotFound);

    /// <summary>Rules go by it.</summary>
    /// <param name="rules">How many.</param>
    public static Error PolicyInUse(int rules) => new("alerts.policy_in_use", ErrorKind.Conflict, rules);

    /// <summary>Another policy has that name.</summary>
    /// <param name="name">The name.</param>
    public static Error PolicyNameTaken(string name) => new("alerts.policy_name_taken", ErrorKind.Conflict, name) { Fields = [new FieldError("name", "alerts.policy_name_taken", name)] };

    /// <summary>Nobody of that id stands in.</summary>
    public static Error StandInNotFound { get; } = new("alerts.stand_in_not_found", ErrorKind.NotFound);

    /// <summary>Only a person can be told: a key of the API has no contact.</summary>
    public static Error NotAPerson { get; } = new("alerts.not_a_person", ErrorKind.Conflict);
}
