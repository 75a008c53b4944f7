namespace IspPortal.Core.Subscriptions;

/// <summary>Where a pause stands.</summary>
public enum SubscriptionPauseState
{
    /// <summary>Begins later.</summary>
    Scheduled,

    /// <summary>The line is off because of it.</summary>
    Running,

    /// <summary>Over.</summary>
    Ended,

    /// <summary>Taken back before it began.</summary>
    Cancelled,
}
