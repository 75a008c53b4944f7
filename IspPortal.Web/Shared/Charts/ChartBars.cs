namespace IspPortal.Web.Shared.Charts;

/// <summary>What one bar stands for. Its moment is midnight UTC of the day, or of the first day of the month.</summary>
public enum ChartBars
{
    Day,
    Month,
}
