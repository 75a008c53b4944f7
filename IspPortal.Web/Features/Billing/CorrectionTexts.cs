namespace IspPortal.Web.Features.Billing;

/// <summary>Texts of credit notes, bills written by hand and debts given up.</summary>
internal sealed class CorrectionTexts;
