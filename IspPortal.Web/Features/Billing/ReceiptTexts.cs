namespace IspPortal.Web.Features.Billing;

/// <summary>Texts of payments and receipts.</summary>
internal sealed class ReceiptTexts;
