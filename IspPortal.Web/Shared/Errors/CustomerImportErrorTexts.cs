namespace IspPortal.Web.Shared.Errors;

/// <summary>Texts of the errors whose code begins with <c>customer_imports</c>.</summary>
[ErrorTexts("customer_imports")]
internal sealed class CustomerImportErrorTexts;
