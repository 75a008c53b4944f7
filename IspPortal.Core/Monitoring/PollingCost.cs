namespace IspPortal.Core.Monitoring;

/// <summary>What reading one router costs it and us, over the last five minutes.</summary>
/// <param name="CommandsPerMinute">API commands.</param>
/// <param name="RowsPerMinute">Rows it printed.</param>
/// <param name="BytesPerMinute">Bytes in both directions.</param>
/// <param name="BusyPercent">Share of wall time in which it was answering us.</param>
/// <param name="FailuresLastHour">Commands that failed in the last hour.</param>
/// <param name="CountersEvery">The present interval of the counters poll, stretched where needed.</param>
/// <param name="SessionsEvery">The present interval of the sessions poll, stretched where needed.</param>
/// <param name="LastPollDuration">How long the last good counters poll took.</param>
public sealed record PollingCost(
    double CommandsPerMinute,
    double RowsPerMinute,
    double BytesPerMinute,
    double BusyPercent,
    int FailuresLastHour,
    TimeSpan CountersEvery,
    TimeSpan SessionsEvery,
    TimeSpan? LastPollDuration);
