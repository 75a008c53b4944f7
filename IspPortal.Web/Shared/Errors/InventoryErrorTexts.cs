namespace IspPortal.Web.Shared.Errors;

/// <summary>Texts of the errors whose code begins with <c>inventory</c>.</summary>
[ErrorTexts("inventory")]
internal sealed class InventoryErrorTexts;
