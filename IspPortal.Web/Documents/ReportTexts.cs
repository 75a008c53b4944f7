namespace IspPortal.Web.Documents;

/// <summary>Texts of reports.</summary>
internal sealed class ReportTexts;
