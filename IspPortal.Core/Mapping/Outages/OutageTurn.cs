namespace IspPortal.Core.Mapping.Outages;

/// <summary>What becomes of an outage at one look.</summary>
public enum OutageTurn
{
    /// <summary>It is new.</summary>
    Begins,

    /// <summary>It goes on: it may have grown, shrunk, or have another suspect by now.</summary>
    GoesOn,

    /// <summary>It goes on, and is sure from now on.</summary>
    IsConfirmed,

    /// <summary>It turned out to be part of another one.</summary>
    JoinsAnother,

    /// <summary>Its lines are back.</summary>
    Ends,

    /// <summary>Its lines were back before it was sure.</summary>
    CameToNothing,
}
