namespace IspPortal.Core.Subscriptions.Changes;

/// <summary>When a change of plan begins.</summary>
public enum ChangeMoment
{
    /// <summary>Today; the bill is split by days.</summary>
    Now,

    /// <summary>With the next period, so that nothing has to be split.</summary>
    NextPeriod,

    /// <summary>On a day of one's choice.</summary>
    OnDay,
}
