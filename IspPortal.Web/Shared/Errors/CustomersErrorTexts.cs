namespace IspPortal.Web.Shared.Errors;

/// <summary>Texts of the errors whose code begins with <c>customers</c>.</summary>
[ErrorTexts("customers")]
internal sealed class CustomersErrorTexts;
