namespace IspPortal.Core.Monitoring.Analytics;

/// <summary>Over how long the largest users are looked for.</summary>
public enum TopTalkersSpan
{
    /// <summary>The last hour.</summary>
    Hour,

    /// <summary>The last 24 hours.</summary>
    Day,

    /// <summary>The last seven days.</summary>
    Week,
}
