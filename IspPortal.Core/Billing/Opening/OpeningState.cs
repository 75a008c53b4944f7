namespace IspPortal.Core.Billing.Opening;

/// <summary>Where an import of opening balances stands.</summary>
public enum OpeningState
{
    /// <summary>Its rows were judged; nothing is booked.</summary>
    Checked,

    /// <summary>It is in the books.</summary>
    Booked,

    /// <summary>It was booked and taken back as a whole.</summary>
    Undone,

    /// <summary>It was thrown away before it was booked.</summary>
    Discarded,
}
