namespace IspPortal.Web.Features.Inventory;

/// <summary>Texts of the pages of this feature.</summary>
internal sealed class InventoryTexts;
