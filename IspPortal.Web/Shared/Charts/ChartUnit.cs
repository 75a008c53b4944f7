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
}
