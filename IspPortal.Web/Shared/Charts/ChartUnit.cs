namespace IspPortal.Web.Shared.Charts;

/// <summary>What the vertical axis counts.</summary>
public enum ChartUnit
{
    BitsPerSecond,
    Bytes,
    Percent,
    Count,
    Celsius,
    Volts,
    Milliseconds,

    /// <summary>Levels of light, mostly below zero: the axis holds what is shown and not zero; every value is a dot, the second line is dashed.</summary>
    Dbm,

    Seconds,
}
