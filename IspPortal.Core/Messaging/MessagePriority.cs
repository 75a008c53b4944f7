namespace IspPortal.Core.Messaging;

/// <summary>Which of the waiting messages goes first. The order is that of the members.</summary>
public enum MessagePriority
{
    /// <summary>Somebody waits for it: a receipt, a reset of a password.</summary>
    Receipt,

    /// <summary>An outage or an alert.</summary>
    Outage,

    /// <summary>A reminder.</summary>
    Reminder,

    /// <summary>Everything else, reports among it.</summary>
    Other,
}
