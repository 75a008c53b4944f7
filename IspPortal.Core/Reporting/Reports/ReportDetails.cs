namespace IspPortal.Core.Reporting.Reports;

/// <summary>One report.</summary>
/// <param name="Row">What a list says of it.</param>
/// <param name="Order">What was asked.</param>
/// <param name="Routers">The names of the routers that were named; empty: all.</param>
/// <param name="Files">Its files.</param>
public sealed record ReportDetails(ReportRow Row, ReportOrder Order, IReadOnlyList<string> Routers, IReadOnlyList<ReportFileRow> Files);
