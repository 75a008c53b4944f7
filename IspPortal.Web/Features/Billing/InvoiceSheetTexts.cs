namespace IspPortal.Web.Features.Billing;

/// <summary>Texts around the sheet of a bill: printing and sending it.</summary>
internal sealed class InvoiceSheetTexts;
