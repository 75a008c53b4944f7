namespace IspPortal.Web.Documents.Charts;

/// <summary>One series of a drawn chart.</summary>
/// <param name="Name">Its word.</param>
/// <param name="Points">In time order; null is a gap.</param>
internal sealed record ChartLine(string Name, IReadOnlyList<(DateTime At, double? Value)> Points);
