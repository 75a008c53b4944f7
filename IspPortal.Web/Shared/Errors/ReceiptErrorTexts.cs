namespace IspPortal.Web.Shared.Errors;

/// <summary>Texts of the errors whose code begins with <c>receipts</c>.</summary>
[ErrorTexts("receipts")]
internal sealed class ReceiptErrorTexts;
