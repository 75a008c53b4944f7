namespace IspPortal.Web.Features.Inventory.Api;

/// <summary>What was found by mistake.</summary>
/// <param name="Serial">The serial number; required. One that was not found changes nothing.</param>
internal sealed record TakeBackFindBody(string? Serial = null);
