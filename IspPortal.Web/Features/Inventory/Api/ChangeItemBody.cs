using IspPortal.Core.Inventory;

namespace IspPortal.Web.Features.Inventory.Api;

/// <summary>What is said about a device.</summary>
/// <param name="Version">The version that was seen; required.</param>
/// <param name="ModelId">Its model; required.</param>
/// <param name="Serial">Its serial number; required.</param>
/// <param name="Mac">Its MAC address in any usual form, or null.</param>
/// <param name="Owner">Whose it is; required.</param>
/// <param name="Note">A few words, up to 500 characters, or null.</param>
internal sealed record ChangeItemBody(long? Version = null, Guid? ModelId = null, string? Serial = null, string? Mac = null, DeviceOwner? Owner = null, string? Note = null);
