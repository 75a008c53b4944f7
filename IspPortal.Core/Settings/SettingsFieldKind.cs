namespace IspPortal.Core.Settings;

/// <summary>What a field of a section takes.</summary>
public enum SettingsFieldKind
{
    /// <summary>A line of text.</summary>
    Text,

    /// <summary>A whole number; the unit is in the name.</summary>
    WholeNumber,

    /// <summary>A number with a fraction; the unit is in the name.</summary>
    Number,

    /// <summary>Yes or no.</summary>
    Switch,

    /// <summary>A time span, <c>hh:mm:ss</c>.</summary>
    Duration,

    /// <summary>One of the field's choices.</summary>
    Choice,
}
