namespace IspPortal.Core.Mapping.Outages;

/// <summary>What makes an outage of lines that were lost. The defaults are daily practice: an ONT redials within a minute or so, and 3 neighbours do not lose power of their modems by chance.</summary>
public sealed record OutageRule
{
    /// <summary>Of the lines that were online just before, so great a share must be lost, 0–1.</summary>
    public double LeastShare { get; init; } = 0.6;

    /// <summary>So many lines must be lost at the least.</summary>
    public int LeastLines { get; init; } = 3;

    /// <summary>Within so long.</summary>
    public TimeSpan Within { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>And not back after so long.</summary>
    public TimeSpan NotBackAfter { get; init; } = TimeSpan.FromSeconds(90);
}
