namespace IspPortal.Core.Billing.Ageing;

/// <summary>How long an open bill is past its day.</summary>
public enum AgeingBucket
{
    /// <summary>Its day is not over.</summary>
    Current,

    /// <summary>1 to 30 days.</summary>
    Days30,

    /// <summary>31 to 60 days.</summary>
    Days60,

    /// <summary>61 to 90 days.</summary>
    Days90,

    /// <summary>More than 90 days.</summary>
    Older,
}
