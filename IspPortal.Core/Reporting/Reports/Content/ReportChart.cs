namespace IspPortal.Core.Reporting.Reports.Content;

/// <summary>One chart.</summary>
/// <param name="Key">Its title, below <c>Report.Chart.</c></param>
/// <param name="Unit">What its vertical axis counts.</param>
/// <param name="IsBars">Bars, one for each day, or lines.</param>
/// <param name="From">Where the time axis begins, by the clock of the business zone.</param>
/// <param name="To">Where it ends.</param>
/// <param name="Series">What it shows.</param>
public sealed record ReportChart(string Key, ReportUnit Unit, bool IsBars, DateTime From, DateTime To, IReadOnlyList<ReportSeries> Series);
