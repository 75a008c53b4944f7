namespace IspPortal.Web.Features.Reports;

/// <summary>Texts of the pages of reports.</summary>
internal sealed class ReportsTexts;
