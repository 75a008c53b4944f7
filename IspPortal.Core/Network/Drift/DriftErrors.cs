using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Network.Drift;

/// <summary>Expected failures of comparing routers and of observe mode.</summary>
public static class DriftErrors
{
    /// <summary>Nothing is selected, or it is gone meanwhile.</summary>
    public static Error NothingSelected { get; } = new("drift.nothing_selected", ErrorKind.Conflict);

    /// <summary>What is selected belongs to lines that subscriptions keep: it is changed there, not adopted.</summary>
    public static Error KeptBySubscriptions { get; } = new("drift.kept_by_subscriptions", ErrorKind.Conflict);

    /// <summary>The router has no line of the portal's: there is nothing to compare.</summary>
    public static Error NothingOwned { get; } = new("drift.nothing_owned", ErrorKind.Conflict);

    /// <summary>The router is not in observe mode.</summary>
    public static Error NotObserving { get; } = new("drift.not_observing", ErrorKind.Conflict);

    /// <summary>The router has to be compared well before observe mode ends, so that one knows what would be written.</summary>
    public static Error NotCompared { get; } = new("drift.not_compared", ErrorKind.Conflict);
}
