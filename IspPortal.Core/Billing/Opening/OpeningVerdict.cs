namespace IspPortal.Core.Billing.Opening;

/// <summary>What becomes of a row.</summary>
public enum OpeningVerdict
{
    /// <summary>It has problems and is left out.</summary>
    Wrong,

    /// <summary>It was brought along before and is left out.</summary>
    Known,

    /// <summary>It would be booked.</summary>
    Ready,

    /// <summary>It is booked.</summary>
    Booked,

    /// <summary>It was booked and taken back.</summary>
    Undone,
}
