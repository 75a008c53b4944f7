namespace IspPortal.Web.Shared.Charts;

/// <summary>One line of a chart.</summary>
/// <param name="Name">The word in the legend.</param>
/// <param name="Colour">Which of the chart colours.</param>
public sealed record ChartSeries(string Name, ChartColour Colour);
