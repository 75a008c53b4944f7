namespace IspPortal.Web.Documents;

/// <summary>Texts of bills as they go to customers.</summary>
internal sealed class InvoiceTexts;
