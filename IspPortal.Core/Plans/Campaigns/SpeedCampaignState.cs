namespace IspPortal.Core.Plans.Campaigns;

/// <summary>Where a campaign stands.</summary>
public enum SpeedCampaignState
{
    /// <summary>Begins later.</summary>
    Scheduled,

    /// <summary>Lines have its speed.</summary>
    Running,

    /// <summary>Its time is over; routers that could not be reached are still to be set back.</summary>
    Ending,

    /// <summary>Everything is as it was.</summary>
    Ended,

    /// <summary>Called off before it began.</summary>
    Cancelled,

    /// <summary>Its time passed while the portal was not running: it never began.</summary>
    Missed,
}
