using IspPortal.Core.Mapping.Outages;

namespace IspPortal.Core.Mapping.Incidents;

/// <summary>When lost lines make an outage.</summary>
public sealed record OutageSettings
{
    /// <summary>Of the lines that were online just before, so many percent must be lost, 10–100.</summary>
    public int LeastPercent { get; init; } = 60;

    /// <summary>So many lines must be lost at the least, 2–100.</summary>
    public int LeastLines { get; init; } = 3;

    /// <summary>Within so many seconds, 10–600.</summary>
    public int WithinSeconds { get; init; } = 60;

    /// <summary>And not back after so many seconds, 30–900: then it is sure.</summary>
    public int NotBackAfterSeconds { get; init; } = 90;

    /// <summary>It shows as suspected after so many seconds, 5–300.</summary>
    public int SuspectedAfterSeconds { get; init; } = 15;

    internal OutageRule ToRule(bool suspected) => new()
    {
        LeastShare = LeastPercent / 100.0,
        LeastLines = LeastLines,
        Within = TimeSpan.FromSeconds(WithinSeconds),
        NotBackAfter = TimeSpan.FromSeconds(suspected ? Math.Min(SuspectedAfterSeconds, NotBackAfterSeconds) : NotBackAfterSeconds),
    };
}
