namespace IspPortal.Infrastructure.RouterOs;

/// <summary>
/// What talking to one router has cost since its client was made. All figures only grow. BusyTime is the time in which at least one finite
/// command was waiting for the router (two at once count once); Failures are commands that failed, for whatever reason, and failed dials.
/// </summary>
internal readonly record struct RouterApiCost(long Commands, long Rows, long BytesIn, long BytesOut, TimeSpan BusyTime, long Failures, long Dials);
