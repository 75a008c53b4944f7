namespace IspPortal.Core.Billing.Dunning;

/// <summary>How far it has come with a billing account that pays late. In the order in which it gets worse; the name is a key of texts and is stored.</summary>
public enum DunningStage
{
    /// <summary>Nothing is overdue, or no more than the tolerance.</summary>
    Clear,

    /// <summary>Overdue, with a promise or instalments that are kept so far.</summary>
    Promised,

    /// <summary>Overdue; reminders go out.</summary>
    Late,

    /// <summary>The last warning is due or was given.</summary>
    Warned,

    /// <summary>It is to be isolated.</summary>
    IsolirDue,

    /// <summary>Lines of it are isolated.</summary>
    Isolated,

    /// <summary>It is late for so long that its lines are to be ended.</summary>
    TerminationDue,

    /// <summary>It has no lines any more; what it owes is open.</summary>
    Ended,
}
