namespace IspPortal.Core.Reporting.Reports.Content;

/// <summary>What a value of a report is measured in. Tables and files say it in their headings.</summary>
public enum ReportUnit
{
    /// <summary>Words as they are; <see cref="ReportWord"/> in the language of the report.</summary>
    Text,

    /// <summary>A number of things.</summary>
    Count,

    /// <summary>Bytes.</summary>
    Bytes,

    /// <summary>Bits per second.</summary>
    BitsPerSecond,

    /// <summary>Percent.</summary>
    Percent,

    /// <summary>Milliseconds.</summary>
    Milliseconds,

    /// <summary>Degrees Celsius.</summary>
    Celsius,

    /// <summary>A span of time.</summary>
    Duration,

    /// <summary>An amount of money.</summary>
    Money,

    /// <summary>A business day.</summary>
    Day,

    /// <summary>A moment in UTC, written in the business zone.</summary>
    Moment,
}
