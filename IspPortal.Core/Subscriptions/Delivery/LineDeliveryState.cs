namespace IspPortal.Core.Subscriptions.Delivery;

/// <summary>Whether a router was told what a line should do.</summary>
public enum LineDeliveryState
{
    /// <summary>Not told yet, or to be told again.</summary>
    Pending,

    /// <summary>A plan is under way.</summary>
    Applying,

    /// <summary>The router is as it should be.</summary>
    Settled,

    /// <summary>A person has to look: trying again by itself would not help.</summary>
    Failed,

    /// <summary>Observe mode is on: it is known what would have been done.</summary>
    Observed,
}
