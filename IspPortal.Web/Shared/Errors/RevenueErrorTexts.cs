namespace IspPortal.Web.Shared.Errors;

/// <summary>Texts of the errors whose code begins with <c>revenue</c>.</summary>
[ErrorTexts("revenue")]
internal sealed class RevenueErrorTexts;
